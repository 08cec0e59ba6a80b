export { default as MoveDialog } from './MoveDialog.vue'
export { default as ReviewView } from './ReviewView.vue'
export { historyWords } from './history-words'
export type { MoveWords } from './review-moves'
