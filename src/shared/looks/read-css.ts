import parse from 'css-tree/parser'
import { tokenize, tokenNames } from 'css-tree/tokenizer'
import { ident, string, url } from 'css-tree/utils'
import type { CssNode } from 'css-tree'

/** A style sheet that was read. */
export interface ReadCss {
  sheet: CssNode
  /** Why it cannot be used, a sentence each with its line; empty when it can. */
  faults: string[]
}

/**
 * Reads a style sheet. Refused are what cannot be read, and what would make a page ask another site for something or end
 * the style it stands in. Never throws, whatever the text is.
 */
export function readCss(text: string): ReadCss {
  const faults: string[] = []
  const sheet = parse(text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, line }) => faults.push(`Line ${line}: ${inWords(message)}.`),
  })
  faults.push(...refusedTokens(text))
  return { sheet, faults: [...new Set(faults)] }
}

/** The parser's short remarks, without the mark at their end. */
const inWords = (message: string): string => message.replace(/[.\s]+$/, '')

const opening: Record<string, string> = {
  '{-token': '}',
  '(-token': ')',
  '[-token': ']',
  'function-token': ')',
}
const closing = new Set(['}-token', ')-token', ']-token'])
/** Functions whose strings are addresses. */
const loading = new Set(['src', 'image', 'image-set', '-webkit-image-set'])

/** What no sheet may hold, looked for in its tokens: there, no escape and nothing unreadable hides it. */
function refusedTokens(text: string): string[] {
  const faults: string[] = []
  /** What has to be closed, with its line; functions by their name. */
  const open: { by: string; line: number; name: string }[] = []
  const fault = (at: number, words: string): void => void faults.push(`Line ${lineAt(text, at)}: ${words}`)
  tokenize(text, (type, start, end) => {
    const token = text.slice(start, end)
    const kind = tokenNames[type] ?? ''
    if (/<\/|<!--/.test(token)) fault(start, `“${token.slice(0, 12)}” would end the style of the page.`)
    if (kind === 'comment-token' && !(token.length > 3 && token.endsWith('*/')))
      fault(start, 'a comment is not closed.')
    if (kind === 'bad-string-token') fault(start, 'a string is not closed.')
    if (kind === 'bad-url-token') fault(start, 'an address is not closed.')
    if (kind === 'at-keyword-token') refuseRule(ident.decode(token.slice(1)).toLowerCase(), start, fault)
    if (kind === 'url-token') refuseAddress(url.decode(token), start, fault)
    const name = kind === 'function-token' ? ident.decode(token.slice(0, -1)).toLowerCase() : ''
    if (kind === 'string-token') {
      const within = open.at(-1)?.name ?? ''
      if (within === 'url' || open.some((one) => loading.has(one.name)))
        refuseAddress(string.decode(token), start, fault)
    }
    if (name === 'url' && token.toLowerCase() !== 'url(') fault(start, 'write url( without escapes.')
    const closes = opening[kind]
    if (closes !== undefined) open.push({ by: closes, line: lineAt(text, start), name })
    else if (closing.has(kind) && open.at(-1)?.by === token) open.pop()
    else if (closing.has(kind)) fault(start, `“${token}” closes nothing.`)
  })
  return [
    ...faults,
    ...open.map(({ by, line }) => `Line ${line}: what begins here is not closed with “${by}”.`),
  ]
}

type Fault = (at: number, words: string) => void

function refuseRule(name: string, at: number, fault: Fault): void {
  if (name === 'import') fault(at, '@import asks for another file; write its rules here instead.')
  if (name === 'font-face') fault(at, '@font-face asks for a font; name fonts that readers have instead.')
}

/** Pictures stand in the sheet itself or nowhere: every other address is a request. */
function refuseAddress(address: string, at: number, fault: Fault): void {
  if (/^data:/i.test(address.trim()) || address.trim().startsWith('#')) return
  fault(at, `“${address.slice(0, 60)}” asks for another file; only data: addresses may stand here.`)
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
