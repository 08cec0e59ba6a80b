export { default as ArticleHistory } from './ArticleHistory.vue'
export { default as MoveNoteDialog } from './MoveNoteDialog.vue'
export { default as ReviewView } from './ReviewView.vue'
