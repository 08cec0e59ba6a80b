import type { Page } from '@playwright/test'
import type { DraftPage } from './pages/draft-page'
import { randomNumbers } from './random-numbers'

type Edit = (page: Page, draft: DraftPage) => Promise<void>

const words = ['harbour', 'gulls', 'and', '“tide”', '<b>', '&amp;', 'söt', 'بحر', '3 km']

const keys =
  (...pressed: string[]): Edit =>
  async (page) => {
    for (const key of pressed) await page.keyboard.press(key)
  }

const inBody =
  (edit: Edit): Edit =>
  async (page, draft) => {
    await draft.body.box.focus()
    await edit(page, draft)
  }

const typed =
  (text: string): Edit =>
  (page) =>
    page.keyboard.type(text)

/** What a writer does, each with how often it comes up. */
const habits: readonly [number, (pick: <T>(from: readonly T[]) => T) => Edit][] = [
  [8, (pick) => inBody(typed(`${pick(words)} `))],
  [3, () => inBody(keys('Enter'))],
  [2, () => inBody(keys('Shift+Enter'))],
  [2, () => inBody(keys('Backspace', 'Backspace'))],
  [2, (pick) => inBody(keys(pick(['ArrowUp', 'ArrowLeft', 'Home', 'ControlOrMeta+End'])))],
  [2, (pick) => inBody(keys('Shift+Home', pick(['ControlOrMeta+B', 'ControlOrMeta+I']), 'End'))],
  [2, (pick) => inBody(keys(pick(['ControlOrMeta+Alt+2', 'ControlOrMeta+Alt+3'])))],
  [
    2,
    (pick) => inBody(keys(pick(['ControlOrMeta+Shift+8', 'ControlOrMeta+Shift+7', 'ControlOrMeta+Shift+9']))),
  ],
  [3, () => inBody(keys('ControlOrMeta+Z'))],
  [1, () => inBody(keys('ControlOrMeta+Shift+Z'))],
  [1, (pick) => (_page, draft) => draft.writeHeadline(`Tides and ${pick(words)}`)],
  [1, (pick) => (_page, draft) => draft.standfirst.fill(pick(words))],
  [1, (pick) => (_page, draft) => draft.overrideReadTime(pick([1, 2, 7]))],
]

/** A sequence of edits that is the same for the same seed. */
export function randomEdits(seed: number, count: number): Edit[] {
  const random = randomNumbers(seed)
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[Math.floor(random() * from.length)]
    if (chosen === undefined) throw new Error('There is nothing to pick from.')
    return chosen
  }
  const hat = habits.flatMap(([often, habit]) => Array.from({ length: often }, () => habit))
  return Array.from({ length: count }, () => pick(hat)(pick))
}
