export { default as PreviewPane } from './PreviewPane.vue'
export { whenIdle } from './when-idle'
