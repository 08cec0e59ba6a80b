import type { Node as DocumentNode } from '@tiptap/pm/model'
import { emptyBody, type Block } from '../../../../shared/article/body'
import { bodyTexts, type PlacedText } from '../../../../shared/checking/body-places'
import type { Finding } from '../../../../shared/checking/finding'
import { articleTexts, type Place } from '../../../../shared/checking/places'
import type { Fields } from '../text'

/** A finding and where in the article it stands. Positions in the body are those of the document it was found in. */
export interface PlacedFinding {
  finding: Finding
  place: Place
}

type Check = (text: string) => Promise<readonly Finding[]>
/** Findings of one block, with positions from the block's start. */
interface FoundInBlock extends PlacedText {
  finding: Finding
}

/**
 * What was found in an article's texts so far. A block of an unchanged document is the very same object, so only what
 * was typed since is ever checked again.
 */
export function createCheckedTexts(check: Check) {
  const blocks = new WeakMap<DocumentNode, readonly FoundInBlock[]>()
  let fieldTexts = new Map<string, readonly Finding[]>()

  async function findingsOf(block: DocumentNode): Promise<FoundInBlock[]> {
    const found: FoundInBlock[] = []
    for (const text of bodyTexts({ type: 'doc', content: [block.toJSON() as Block] })) {
      for (const finding of await check(text.text)) found.push({ ...text, finding })
    }
    return found
  }

  return {
    /** Checks the blocks of a document that were not yet; stops early when `goesOn` says so. */
    async checkBody(doc: DocumentNode, goesOn: () => boolean): Promise<void> {
      for (let place = 0; place < doc.childCount && goesOn(); place += 1) {
        const block = doc.child(place)
        if (!blocks.has(block)) blocks.set(block, await findingsOf(block))
      }
    },

    /** What was found in a block that starts at a position. */
    inBlock: (block: DocumentNode, start: number): PlacedFinding[] =>
      (blocks.get(block) ?? []).map(({ finding, at, attribute }) => ({
        finding,
        place: {
          in: 'body',
          attribute,
          from: start + at + (attribute ? 0 : finding.from),
          to: start + at + (attribute ? 1 : finding.to),
        },
      })),

    /** What is found in the texts outside the body, in reading order. */
    async inFields(fields: Fields): Promise<PlacedFinding[]> {
      const before = fieldTexts
      fieldTexts = new Map()
      const found: PlacedFinding[] = []
      for (const { text, placeOf } of articleTexts({ ...fields, body: emptyBody() })) {
        const findings = before.get(text) ?? (await check(text))
        fieldTexts.set(text, findings)
        found.push(...findings.map((finding) => ({ finding, place: placeOf(finding) })))
      }
      return found
    },
  }
}
