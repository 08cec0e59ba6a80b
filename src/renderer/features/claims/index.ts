export { default as ClaimsPanel } from './ClaimsPanel.vue'
