export { default as MoveNoteDialog } from './MoveNoteDialog.vue'
export { default as ReviewView } from './ReviewView.vue'
export { historyWords } from './history-words'
