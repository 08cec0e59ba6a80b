export { default as MediaView } from './MediaView.vue'
export { default as PictureField } from './PictureField.vue'
export { pictureKinds, readFiles } from './picture-files'
