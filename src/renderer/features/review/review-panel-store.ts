import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What stands beside the article that is reviewed. */
export type PanelTab = 'checks' | 'comments' | 'claims' | 'history'

/** Which tab of the review's panel is shown; it stays from article to article. */
export const useReviewPanel = defineStore('review-panel', () => {
  const tab = ref<PanelTab>('checks')
  return { tab }
})
