import {
  limitedFields,
  type ArticleType,
  type Limit,
  type LimitedField,
} from '../../../shared/site/article-types'
import { limitedFieldNames } from '../../../shared/checking/limits'
import { defaultHolding } from '../../../shared/review/machine-check-names'
import { slugFrom, uniqueSlug } from '../../../shared/article/slug'

/** The list with a new type at its end, which asks for nothing more than every article needs. */
export function addType(all: readonly ArticleType[], name: string): ArticleType[] {
  const id = uniqueSlug(slugFrom(name, 'type'), (candidate) => all.some((one) => one.id === candidate))
  const type: ArticleType = {
    id,
    name: name.trim(),
    required: [],
    limits: {},
    strict: false,
    words: null,
    checklist: [],
    holding: [...defaultHolding],
  }
  return [...all, type]
}

const noLimit: Limit = { unit: 'characters', least: null, most: null }

/** A field’s limit as it is edited: open at both sides where there is none. */
export const limitOf = ({ limits }: Pick<ArticleType, 'limits'>, field: LimitedField): Limit =>
  limits[field] ?? { ...noLimit, unit: field === 'body' ? 'words' : 'characters' }

/** A type with one side or the unit of a limit changed. A limit that is open at both sides is none. */
export function withLimit(type: ArticleType, field: LimitedField, change: Partial<Limit>): ArticleType {
  const limit = { ...limitOf(type, field), ...change }
  const { [field]: _before, ...others } = type.limits
  const isOpen = limit.least === null && limit.most === null
  return { ...type, limits: isOpen ? others : { ...others, [field]: limit } }
}

/** What is wrong with a list, a sentence each; empty when it can be saved. */
export function typeProblems(all: readonly ArticleType[]): string[] {
  const names = all.map(({ name }) => name.trim().toLowerCase())
  return all.flatMap((type, index) => [
    ...(type.name.trim() === '' ? ['An article type has no name.'] : []),
    ...(type.name.trim() !== '' && names.indexOf(names[index] ?? '') !== index
      ? [`More than one article type is called “${type.name}”.`]
      : []),
    ...(isLength(type.words) ? [] : [`${type.name}: the usual length is at least 1 word.`]),
    ...limitProblems(type),
  ])
}

function limitProblems(type: ArticleType): string[] {
  return limitedFields.flatMap((field) => {
    const { least, most } = limitOf(type, field)
    const what = `${type.name}, ${limitedFieldNames[field].toLowerCase()}`
    if (!isLength(least) || !isLength(most)) return [`${what}: a limit is at least 1.`]
    return least !== null && most !== null && least > most ? [`${what}: the least is above the most.`] : []
  })
}

const isLength = (length: number | null): boolean =>
  length === null || (Number.isInteger(length) && length >= 1 && length <= 1_000_000)
