export { default as SoughtFields } from './SoughtFields.vue'
export { default as FindInLibrary } from './FindInLibrary.vue'
export { emptySought } from './sought'
