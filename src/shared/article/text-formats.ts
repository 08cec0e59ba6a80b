/** The kinds of text that can be imported. */
export type Format = 'md' | 'html' | 'txt'

const formats: Readonly<Record<string, Format>> = {
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  txt: 'txt',
  text: 'txt',
}

/** The endings of files that can be imported, such as `.md`. */
export const importEndings: readonly string[] = Object.keys(formats).map((ending) => `.${ending}`)

/** The kind of text a file's name promises by its ending, in capitals or not; null for names that promise none. */
export function formatOf(name: string): Format | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return (Object.hasOwn(formats, ending) && formats[ending]) || null
}
