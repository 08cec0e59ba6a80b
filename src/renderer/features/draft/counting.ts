import type { Node as DocumentNode } from '@tiptap/pm/model'
import { shallowRef, watch, onBeforeUnmount, type ShallowRef } from 'vue'
import { countBody } from '../../../shared/article/block-facts'
import { readingMinutes, type Counts } from '../../../shared/article/counting'
import { whenIdle } from '../preview'
import { bodyJson } from './body-json'

export interface BodyCounts extends Counts {
  /** Paragraphs that hold words. */
  paragraphs: number
  /** Computed minutes to read. */
  minutes: number
}

/** The counts of a document; only blocks that were never counted are. */
export function countDocument(doc: DocumentNode, readingRate: number): BodyCounts {
  const { words, characters, paragraphs, lines, pictures } = countBody(bodyJson(doc))
  return { words, characters, paragraphs, minutes: readingMinutes(lines, pictures, readingRate) }
}

/** The counts of a document that changes, a moment after it rests. */
export function useCounts(
  doc: ShallowRef<DocumentNode>,
  readingRate: () => number,
): Readonly<ShallowRef<BodyCounts>> {
  const counts = shallowRef(countDocument(doc.value, readingRate()))
  const idle = whenIdle(() => (counts.value = countDocument(doc.value, readingRate())))
  watch([doc, readingRate], idle.soon)
  onBeforeUnmount(idle.stop)
  return counts
}
