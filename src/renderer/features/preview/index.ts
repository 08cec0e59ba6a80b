export { default as PreviewPane } from './PreviewPane.vue'
export type { PreviewSource } from './preview-source'
export { whenIdle } from './when-idle'
