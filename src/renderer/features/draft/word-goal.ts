/** How near a length has to be to what was asked for, as a share of it. */
const near = 0.1

/** How a length stands to the one that was asked for, and the same in words. */
export interface GoalStanding {
  state: 'under' | 'at' | 'over'
  text: string
}

/** @param goal words that were asked for, at least 1 */
export function goalStanding(words: number, goal: number): GoalStanding {
  const difference = Math.abs(goal - words).toLocaleString('en')
  if (Math.abs(goal - words) <= goal * near) return { state: 'at', text: 'on length' }
  return words < goal
    ? { state: 'under', text: `${difference} to go` }
    : { state: 'over', text: `${difference} over` }
}
