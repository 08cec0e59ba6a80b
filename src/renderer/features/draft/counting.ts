import type { Node as DocumentNode } from '@tiptap/pm/model'
import { shallowRef, watch, onBeforeUnmount, type ShallowRef } from 'vue'
import type { Block, Body } from '../../../shared/article/body'
import { bodyLines, countPictures } from '../../../shared/article/body-text'
import { countText, readingMinutes, type Counts } from '../../../shared/article/counting'
import { whenIdle } from '../preview'

export interface BodyCounts extends Counts {
  /** Computed minutes to read. */
  minutes: number
}

interface BlockFacts extends Counts {
  lines: string[]
  pictures: number
}

/** Facts of blocks that were counted before: a block of an unchanged document is the very same object. */
const counted = new WeakMap<DocumentNode, BlockFacts>()

function factsOf(block: DocumentNode): BlockFacts {
  const known = counted.get(block)
  if (known) return known
  const body: Body = { type: 'doc', content: [block.toJSON() as Block] }
  const lines = bodyLines(body)
  const facts = { ...countText(lines), lines, pictures: countPictures(body) }
  counted.set(block, facts)
  return facts
}

/** The counts of a document; only blocks that were never counted are. */
export function countDocument(doc: DocumentNode, readingRate: number): BodyCounts {
  let words = 0
  let characters = 0
  let pictures = 0
  const lines: string[] = []
  doc.forEach((block) => {
    const facts = factsOf(block)
    words += facts.words
    characters += facts.characters
    pictures += facts.pictures
    lines.push(...facts.lines)
  })
  return { words, characters, minutes: readingMinutes(lines, pictures, readingRate) }
}

/** The counts of a document that changes, a moment after each change and never between a key press and its paint. */
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
