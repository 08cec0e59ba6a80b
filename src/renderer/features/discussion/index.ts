export { default as CommentsPanel } from './CommentsPanel.vue'
export { useRemarks } from './use-remarks'
export { countOpen } from './remark-list'
