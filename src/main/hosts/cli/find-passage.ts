import type { Content } from '../../../shared/article/content'
import { fieldPlaces, type FieldPlace } from '../../../shared/checking/places'
import { ok, type Result } from '../../../shared/kernel/result'
import { wholeArticle, type Anchor } from '../../../shared/review/anchor'
import { anchorAt, passageAnchor } from '../../../shared/review/anchor-at'
import { fieldText, flatBody, flatField, positionOf } from '../../../shared/review/flat-text'
import { refused, wrongUsage, type Refusal } from './outcome'

/** Where a remark goes, as written: quoted words of the body or of a field, a whole field, or neither. */
export interface Where {
  on?: string
  field?: string
}

/** What a remark hangs on. Words that are not there, or there more than once, are refused. */
export function findPassage(content: Content, { on, field }: Where): Result<Anchor, Refusal> {
  const name = field === undefined ? null : fieldPlaces.find((one) => one === field.toLowerCase())
  if (name === undefined)
    return wrongUsage(`There is no field “${field}” to remark on. Known: ${fieldPlaces.join(', ')}.`)
  if (on === undefined) return name === null ? ok(wholeArticle) : wholeField(content, name)
  const text = name === null ? '' : fieldText(content, name)
  if (text === null) return refused(`${name} holds no words: leave out --on.`)
  const flat = name === null ? flatBody(content.body) : flatField(text)
  const where = name ?? 'the text'
  const at = on === '' ? -1 : flat.text.indexOf(on)
  if (at < 0) return refused(`“${on}” is not in ${where}: quote the words as they are kept.`)
  if (flat.text.indexOf(on, at + 1) >= 0)
    return refused(`“${on}” is in ${where} more than once: quote more of what stands around it.`)
  const run = { from: positionOf(flat, at), to: positionOf(flat, at + on.length) }
  const place =
    name === null
      ? { in: 'body' as const, attribute: null, ...run }
      : { in: 'field' as const, field: name, ...run }
  return ok(passageAnchor(flat, at, at + on.length, place))
}

function wholeField(content: Content, field: FieldPlace): Result<Anchor, Refusal> {
  const anchor = anchorAt(content, { in: 'field', field })
  return anchor ? ok(anchor) : refused(`The article has no ${field}.`)
}

/** An anchor in a few words. */
export const anchorWords = ({ place, quote, gone }: Anchor): string =>
  [
    place === null ? 'the article' : place.in === 'field' ? place.field : '',
    quote === '' ? (place?.in === 'body' ? 'a place in the text' : '') : `“${quote}”`,
    gone ? '(gone)' : '',
  ]
    .filter(Boolean)
    .join(' ')
