export { default as RecordList } from './RecordList.vue'
export { default as VerifyLibrary } from './VerifyLibrary.vue'
