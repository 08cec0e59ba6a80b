import type { SavingState } from './saving'

/** Where the last words are and what they wait for, in one sentence or two. */
export function saveMeaning({ status, problem, conflict }: SavingState): string {
  if (status === 'Saved') return 'Everything is kept on the disk.'
  if (status === 'Not saved') return 'The last words are neither kept nor in your draft.'
  if (conflict) return 'The last words are in your draft. They are kept once you settle the two texts.'
  if (problem?.code === 'edit-refused')
    return 'The last words are in your draft. They are not kept while you may not edit the article.'
  if (problem)
    return 'The last words are in your draft. Keeping them failed; the reason stands above the text.'
  return 'The last words are in your draft; they are kept when typing stops.'
}
