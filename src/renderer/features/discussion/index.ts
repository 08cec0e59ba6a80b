export { default as CommentsPanel } from './CommentsPanel.vue'
export { useRemarks, type RemarkDeeds } from './use-remarks'
export { countOpen } from './remark-list'
