export { openMediaStore } from './media-store'
