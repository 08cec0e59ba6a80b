export { default as MomentField } from './MomentField.vue'
