/** Code points that HTML or XML forbid: controls, lone surrogates, noncharacters. Tab and newline may stay. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

const special =
  /[&<>"']|\r\n?|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu

/** Without one of these there is nothing to escape. Looked for first: most text has none, and classes by name are slow. */
const suspect =
  /[&<>"'\r\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/

const replacement = '\ufffd'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '\n',
  '\r\n': '\n',
}

/**
 * Text as HTML text or as a quoted attribute's value. Forbidden code points become U+FFFD; a carriage return becomes
 * the newline that a parser would make of it.
 */
export const escapeHtml = (text: string): string =>
  suspect.test(text) ? text.replace(special, (found) => entities[found] ?? replacement) : text

/** Text with forbidden code points as U+FFFD: for addresses and for text files. */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(forbidden, replacement)

/** Text as a text file can hold it: all of it but NUL and halves of characters. A carriage return becomes a newline. */
export const writable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\u0000|\p{Surrogate}/gu, replacement)

/** The forbidden code points in a text, once each, such as `U+0000`; they print as U+FFFD. */
export function findForbidden(text: string): string[] {
  const found = new Set<string>()
  for (const [character] of text.matchAll(forbidden)) found.add(codePointName(character))
  return [...found]
}

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
