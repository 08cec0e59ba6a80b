/** Placeholders that newsrooms leave for what is to come: TK, TKTK. */
const placeholder = /(?<![\p{L}\p{N}_])(?:TK)+(?![\p{L}\p{N}_])/gu

/** A run of a text: offsets in UTF-16 units, `to` not included. */
export interface TextRun {
  from: number
  to: number
}

/** Every placeholder of a text, in order. */
export const placeholdersIn = (text: string): TextRun[] =>
  [...text.matchAll(placeholder)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
