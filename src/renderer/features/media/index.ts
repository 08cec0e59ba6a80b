export { default as MediaView } from './MediaView.vue'
export { default as PictureField } from './PictureField.vue'
export { imageFiles, pictureKinds, storePicture } from './picture-files'
