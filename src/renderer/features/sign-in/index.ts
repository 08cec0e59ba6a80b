export { default as SignInView } from './SignInView.vue'
