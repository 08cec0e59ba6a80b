import type { Block } from '../article/body'
import { emptyBody } from '../article/body'
import type { Content } from '../article/content'
import { mergeBlocks } from './merge-blocks'
import { mergeField, type FieldName, type Fields } from './merge-fields'
import type { Slot } from './merge-sequence'
import { saysSame, type Choice } from './merge-value'

/** Something both sides changed, with what each choice would give. Its id is its own within one merge. */
export type Conflict = FieldConflict | BodyConflict

interface FieldConflict {
  kind: 'field'
  id: string
  field: FieldName
  base: Partial<Fields>
  mine: Partial<Fields>
  theirs: Partial<Fields>
  /** Null where the two exclude each other. */
  both: Partial<Fields> | null
}

interface BodyConflict {
  kind: 'body'
  id: string
  base: readonly Block[]
  mine: readonly Block[]
  theirs: readonly Block[]
  both: readonly Block[]
}

/** Two texts in one, as far as they go together by themselves. */
export interface Merge {
  /** Where there are conflicts, their texts' own values stand in. */
  fields: Fields
  slots: readonly Slot<Block>[]
  /** In reading order: fields first. */
  conflicts: readonly Conflict[]
}

/**
 * Merges two texts that were written on the same one: field by field, the body block by block and, within a block that
 * both changed, sentence by sentence. What only one side changed is merged by itself; everything that both changed is in
 * a conflict. Nothing that either side wrote is lost.
 * @param base the text that both started from
 */
export function mergeContents(base: Content, mine: Content, theirs: Content): Merge {
  const fields: Partial<Fields> = {}
  const conflicts: Conflict[] = []
  for (const name of namesOf(base, mine, theirs)) {
    const merged = mergeField(name, base, mine, theirs)
    Object.assign(fields, { [name]: merged.theirs })
    if (!merged.conflict) continue
    conflicts.push({
      kind: 'field',
      id: name,
      field: name,
      base: { [name]: base[name] },
      mine: { [name]: merged.mine },
      theirs: { [name]: merged.theirs },
      both: merged.both === null ? null : { [name]: merged.both },
    })
  }
  const slots = mergeBodies(base, mine, theirs)
  slots.forEach((slot, place) => {
    if (slot.conflict) conflicts.push({ kind: 'body', id: bodyId(place), ...slot })
  })
  return { fields: fields as Fields, slots, conflicts }
}

/** The content that a merge gives; `choose` is asked for each conflict by its id. */
export function settleMerge({ fields, slots, conflicts }: Merge, choose: (id: string) => Choice): Content {
  const chosen: Partial<Fields>[] = conflicts.map((conflict) =>
    conflict.kind === 'field' ? (conflict[choose(conflict.id)] ?? conflict.mine) : {},
  )
  const content = slots.flatMap((slot, place) =>
    slot.conflict ? [...slot[choose(bodyId(place))]] : [...slot.items],
  )
  const settled = Object.assign({}, fields, ...chosen) as Fields
  return { ...settled, body: content.length > 0 ? { type: 'doc', content } : emptyBody() }
}

const bodyId = (place: number): string => `body ${place}`

const namesOf = (...contents: readonly Content[]): FieldName[] =>
  [...new Set(contents.flatMap((content) => Object.keys(content)))].filter(
    (name): name is FieldName => name !== 'body',
  )

function mergeBodies(base: Content, mine: Content, theirs: Content): readonly Slot<Block>[] {
  const whole = (content: Content): Slot<Block>[] => [{ conflict: false, items: content.body.content }]
  if (saysSame(mine.body, theirs.body) || saysSame(base.body, theirs.body)) return whole(mine)
  if (saysSame(base.body, mine.body)) return whole(theirs)
  return mergeBlocks(base.body.content, mine.body.content, theirs.body.content)
}
