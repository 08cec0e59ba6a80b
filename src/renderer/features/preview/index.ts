export { afterPaint } from './after-paint'
export { changedRun } from './changed-run'
export { default as PreviewPane } from './PreviewPane.vue'
export { whenIdle } from './when-idle'
