/**
 * Looking into JSON that may be anything. ninjs writes the same names in small letters (1.x, 2.x) and in camel case
 * (3.x), single values as values (1.x) and as lists of objects (2.x, 3.x): here both read alike.
 */
export type NinjsItem = Readonly<Record<string, unknown>>

/** An object with its names in small letters; null for anything else. */
export function itemOf(value: unknown): NinjsItem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one]))
}

/** A text, or a number as one; '' for anything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

/** The objects of a list, or of the values of an object: both ways in which ninjs holds several things by name. */
export function itemsOf(value: unknown): (NinjsItem & { name?: unknown })[] {
  if (Array.isArray(value)) return value.map(itemOf).filter((item) => item !== null)
  return Object.entries(itemOf(value) ?? {}).flatMap(([name, one]) => {
    const item = itemOf(one)
    return item ? [{ name, ...item }] : []
  })
}

/** The names of a list’s things: what they are called, or the plain texts they are. */
export const namesOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map((one) => textOf(one) || textOf(itemOf(one)?.['name']) || textOf(itemOf(one)?.['literal']))
    : typeof value === 'string'
      ? value.split(',')
      : []

/** A text in one of its forms. */
export interface NinjsText {
  role: string
  isHtml: boolean
  value: string
}

/**
 * Every form of a text: `bodies` with their roles and content types (2.x, 3.x), or `body_html`, `body_text` (1.x) and
 * a plain `headline`.
 * @param several the name of the list
 * @param single the name of the single text, and the beginning of its forms' names
 */
export function textsOf(item: NinjsItem, several: string, single: string): NinjsText[] {
  const listed = itemsOf(item[several]).map((one) =>
    textAs(textOf(one['value']), textOf(one['role']), textOf(one['contenttype'])),
  )
  const named = Object.entries(item).flatMap(([name, value]) =>
    name === single || name.startsWith(`${single}_`)
      ? [textAs(textOf(value), name.slice(single.length + 1) || 'text', '')]
      : [],
  )
  return [...listed, ...named].filter((text) => text !== null)
}

/** A text in the form that its content type or else its role tells; null where it is empty or some other XML. */
function textAs(value: string, role: string, contentType: string): NinjsText | null {
  const told = `${contentType} ${role}`
  const isHtml = /html|richtext/i.test(told)
  if (value === '' || (!isHtml && /xml|nitf/i.test(told))) return null
  const isPlain = /text\/plain/i.test(contentType) || role === 'text'
  return { role: role.toLowerCase(), isHtml: isHtml || (!isPlain && looksLikeHtml(value)), value }
}

const looksLikeHtml = (text: string): boolean =>
  /^\s*<(?:p|div|html|section|article|!doctype|h[1-6]|figure)\b/i.test(text)
