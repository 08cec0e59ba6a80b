/** A picture that a Word file holds, as its HTML names it. */
export interface WordPicture {
  source: string
  name: string
  bytes: Uint8Array
}

/** A Word file as HTML that nobody has checked yet. */
export interface ConvertedDocx {
  html: string
  pictures: WordPicture[]
  /** What the file’s properties say; '' where they say nothing. */
  title: string
  creator: string
  language: string
  /** What was left out, a sentence each. */
  warnings: string[]
}

/** What the converting process answers. */
export type Conversion = { ok: true; document: ConvertedDocx } | { ok: false; reason: string }
