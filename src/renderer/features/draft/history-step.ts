import type { Fields } from './text'

/** One change that can be taken back: of fields, of the body, or of both at once. */
export interface Step {
  /** The changed fields as they were, and as they became. */
  readonly before: Partial<Fields>
  readonly after: Partial<Fields>
  /** How many groups of the body's own history belong to it. */
  readonly groups: number
  /** The text that was typed in, such as `headline` or `search.title`; null for anything that was chosen. */
  readonly typed: string | null
  /** Where the focus was. */
  readonly place: Element | null
  /** When it ended, in milliseconds. */
  readonly at: number
}

/** Two steps after one another as one. */
export const joinSteps = (first: Step, second: Step): Step => ({
  ...second,
  before: { ...second.before, ...first.before },
  after: { ...first.after, ...second.after },
  groups: first.groups + second.groups,
})

/** What a step keeps of a change of fields; null when nothing is different. */
export function changeOfFields(
  before: Fields,
  after: Fields,
  change: Partial<Fields>,
): Pick<Step, 'before' | 'after' | 'typed'> | null {
  const names = differing(before, after)
  if (names.length === 0) return null
  return { before: only(before, names), after: only(after, names), typed: typedText(before, change) }
}

const differing = (before: Fields, after: Fields): (keyof Fields)[] =>
  ([...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Fields)[]).filter(
    (name) => before[name] !== after[name] && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )

const only = (fields: Fields, names: readonly (keyof Fields)[]): Partial<Fields> =>
  Object.fromEntries(names.map((name) => [name, fields[name]]))

/** Texts that are chosen from a list. */
const chosen: readonly string[] = ['category', 'dir', 'lang']

/** Which text a change is of, `field` or `field.part`; null when it is of several, or of anything but a text. */
function typedText(before: Fields, change: Partial<Fields>): string | null {
  const [[name, now] = ['', undefined], ...others] = Object.entries<unknown>(change)
  if (others.length > 0 || chosen.includes(name)) return null
  const was: unknown = before[name as keyof Fields]
  if (typeof was === 'string' && typeof now === 'string') return name
  if (!isRecord(was) || !isRecord(now)) return null
  const parts = Object.keys(now).filter((part) => was[part] !== now[part])
  const [part = ''] = parts
  return parts.length === 1 && typeof was[part] === 'string' && typeof now[part] === 'string'
    ? `${name}.${part}`
    : null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
