import type { StyleRule } from './style-rules'

const en = ['en']

/** Slips of the keyboard, in any language that is written with these signs. */
export const typing: StyleRule[] = [
  {
    id: 'double-space',
    pattern: '(?<=\\S) {2,}(?=\\S)',
    message: 'One space is enough.',
    replacement: ' ',
    severity: 'should',
  },
  {
    id: 'space-before-sign',
    pattern: '(?<=[\\p{L}\\p{N}]) +(?=[,;.!?](?:\\s|$))',
    message: 'No space before a comma, a full stop or a mark.',
    replacement: '',
    severity: 'should',
    languages: en,
  },
  {
    id: 'repeated-word',
    pattern: '(?<![\\p{L}\\p{N}_])(?!(?:had|that)\\b)([\\p{L}]+)\\s+\\1(?![\\p{L}\\p{N}_])',
    message: 'The same word twice.',
    replacement: '$1',
    severity: 'should',
    languages: en,
  },
  {
    id: 'straight-double-quotes',
    pattern: '"([^"\\n]*)"',
    message: 'Quotation marks are curly.',
    replacement: '“$1”',
    severity: 'should',
    languages: en,
  },
  {
    id: 'straight-apostrophe',
    pattern: "(?<=\\p{L})'(?=\\p{L})",
    message: 'Apostrophes are curly.',
    replacement: '’',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'three-full-stops',
    pattern: '(?<!\\.)\\.{3}(?!\\.)',
    message: 'An ellipsis is one sign.',
    replacement: '…',
    severity: 'hint',
  },
  {
    id: 'hyphen-as-dash',
    pattern: '(?<=[\\p{L}\\p{N}]) --? (?=[\\p{L}\\p{N}])',
    message: 'Between words stands a dash, not a hyphen.',
    replacement: ' – ',
    severity: 'should',
    languages: en,
  },
  {
    id: 'several-exclamation-marks',
    pattern: '!{2,}',
    message: 'One exclamation mark is already loud.',
    replacement: '!',
    severity: 'should',
  },
]

/** How figures, dates and times are written. */
export const figures: StyleRule[] = [
  {
    id: 'per-cent',
    words: ['percent'],
    message: 'Per cent is two words.',
    replacement: 'per cent',
    severity: 'should',
    languages: en,
  },
  {
    id: 'percent-sign',
    pattern: '(\\d) ?%',
    message: 'Write per cent out; the sign is for tables and headlines.',
    replacement: '$1 per cent',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'figure-at-sentence-start',
    pattern: '(?<=^|[.!?] )\\d{1,3}(?= \\p{Ll})',
    message: 'Begin a sentence with a word, not a figure.',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'thousands',
    pattern: '(?<![\\d.,/-])(?:[1-9]\\d)(\\d{3})(?![\\d/-])',
    message: 'From 10,000 on, figures take a comma.',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'ordinal-date',
    pattern:
      '(\\d{1,2})(?:st|nd|rd|th) (January|February|March|April|May|June|July|August|September|October|November|December)\\b',
    message: 'Dates do without st, nd, rd and th.',
    replacement: '$1 $2',
    severity: 'should',
    case: 'exact',
    languages: en,
  },
  {
    id: 'twelve-noon',
    words: ['12 noon', '12 midnight', '12noon', '12midnight'],
    message: 'Noon and midnight need no 12.',
    severity: 'should',
    languages: en,
  },
  {
    id: 'morning-twice',
    pattern: '(\\d ?a\\.?m\\.?) in the morning',
    message: 'Am says it already.',
    replacement: '$1',
    severity: 'should',
    languages: en,
  },
  {
    id: 'from-dash',
    pattern: '\\bfrom (\\d+)[–-](\\d+)\\b',
    message: 'From goes with to.',
    replacement: 'from $1 to $2',
    severity: 'should',
    languages: en,
  },
]
