export { default as PublishView } from './PublishView.vue'
