export { default as PublishView } from './PublishView.vue'
export { default as FrontView } from './front/FrontView.vue'
