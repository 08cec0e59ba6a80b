import { escapeHtml } from './escape'
import { printedAddress } from './printed-address'

/** Finished HTML. Only this module makes it, from literal templates with everything put into them escaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** What a template takes: text and numbers are escaped, HTML stands as it is, nothing prints nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/** A template whose parts are escaped. Attribute values have to stand in double quotes. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? ''
  parts.forEach((part, index) => {
    text += write(part) + (strings[index + 1] ?? '')
  })
  return new Html(text)
}

/** Text that is known to be finished HTML, such as a block rendered before. */
export const finished = (text: string): Html => new Html(text)

/** Parts in a row with `between` among them. */
export const joined = (parts: readonly Part[], between: Part): Html =>
  new Html(parts.map(write).join(write(between)))

/** Words that lead somewhere, or stand by themselves where there is no such address. */
export function linked(words: string, address: string | null): Html {
  const href = address === null ? null : printedAddress(address)
  return href === null ? markup`${words}` : markup`<a href="${href}">${words}</a>`
}

/** XML reads a tab or a newline in an attribute as a space, unless it is written as its number. */
const inAttribute = (text: string): string =>
  escapeHtml(text).replace(/[\t\n]/g, (found) => (found === '\t' ? '&#9;' : '&#10;'))

type AttributeValue = string | number | boolean | null | undefined

/** Attributes with a space before each; `true` stands alone, and nothing is written for false, null or undefined. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  let text = ''
  for (const [name, value] of Object.entries(values)) {
    if (value === false || value === null || value === undefined) continue
    text += value === true ? ` ${name}` : ` ${name}="${inAttribute(String(value))}"`
  }
  return new Html(text)
}

function write(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (part === null || part === undefined || part === false) return ''
  return part.map(write).join('')
}
