export { default as ReviewView } from './ReviewView.vue'
