export { default as DraftView } from './DraftView.vue'
