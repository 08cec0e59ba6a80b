export { default as ComparedArticle } from './ComparedArticle.vue'
export { default as ComparedBody } from './ComparedBody.vue'
export { default as ComparedFields } from './ComparedFields.vue'
export { useComparisonContext } from './use-comparison-context'
