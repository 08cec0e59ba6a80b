import type { StyleFile, StyleRule } from './style-rules'

/** The file that a library has until it saves one of its own. */
export const shippedFileName = 'house'

const en = ['en']

/** Slips of the keyboard, in any language that is written with these signs. */
const typing: StyleRule[] = [
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
const figures: StyleRule[] = [
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

/** Words that say too much, too little or nothing. */
const wording: StyleRule[] = [
  {
    id: 'unique-by-degrees',
    pattern: '\\b(?:very|quite|rather|fairly|almost|most|more|completely) unique\\b',
    message: 'Something is unique or it is not.',
    replacement: 'unique',
    severity: 'should',
    languages: en,
  },
  {
    id: 'in-order-to',
    words: ['in order to'],
    message: 'To says the same.',
    replacement: 'to',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'at-this-point-in-time',
    words: ['at this moment in time', 'at this point in time', 'at the present time'],
    message: 'Now says the same.',
    replacement: 'now',
    severity: 'should',
    languages: en,
  },
  {
    id: 'due-to-the-fact',
    words: ['due to the fact that', 'owing to the fact that', 'in view of the fact that'],
    message: 'Because says the same.',
    replacement: 'because',
    severity: 'should',
    languages: en,
  },
  {
    id: 'future-plans',
    words: ['future plans', 'advance planning', 'forward planning'],
    message: 'Plans are always for the future.',
    replacement: 'plans',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'end-result',
    words: ['end result', 'final outcome'],
    message: 'A result comes at the end anyway.',
    replacement: 'result',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'free-gift',
    words: ['free gift', 'free gifts', 'added bonus', 'past history', 'close proximity', 'general consensus'],
    message: 'One of the two words does the work of both.',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'less-people',
    pattern: '\\bless (people|children|women|men|patients|jobs|homes|cars|votes|seats)\\b',
    message: 'Fewer of what can be counted, less of what cannot.',
    replacement: 'fewer $1',
    severity: 'should',
    languages: en,
  },
  {
    id: 'comprised-of',
    words: ['comprised of', 'comprises of', 'comprise of'],
    message: 'Comprise takes no of; or write consists of.',
    severity: 'should',
    languages: en,
  },
  {
    id: 'literally',
    words: ['literally'],
    message: 'Did it really happen that way? Otherwise leave it out.',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'claimed',
    words: ['claimed', 'claims that'],
    message: 'Claimed casts doubt; said does not.',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'utilise',
    words: ['utilise', 'utilize'],
    message: 'Use is shorter.',
    replacement: 'use',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'committed-suicide',
    words: ['commit suicide', 'commits suicide', 'committed suicide'],
    message: 'Suicide is no crime: died by suicide, took their own life.',
    severity: 'should',
    languages: en,
  },
]

/** How some words are spelt here, and two choices that a newsroom switches on for itself. */
const spelling: StyleRule[] = [
  {
    id: 'web-words',
    pattern: '\\b(web|e)[ -](site|mail)(s?)\\b',
    message: 'Website and email are one word.',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'adviser',
    pattern: '\\badvisor(s?)\\b',
    message: 'Here it is adviser.',
    replacement: 'adviser$1',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'under-way',
    words: ['underway'],
    message: 'Under way is two words.',
    replacement: 'under way',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'while',
    words: ['whilst'],
    message: 'While is plainer.',
    replacement: 'while',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'among',
    words: ['amongst'],
    message: 'Among is plainer.',
    replacement: 'among',
    severity: 'hint',
    languages: en,
  },
  {
    id: 'ise-endings',
    pattern: '\\b(\\p{L}{3,})iz(e|es|ed|ing|ation|ations)\\b',
    message: 'House spelling is -ise.',
    replacement: '$1is$2',
    severity: 'should',
    languages: en,
    off: true,
  },
  {
    id: 'ize-endings',
    pattern:
      '\\b((?:organ|real|recogn|author|priorit|apolog|critic|emphas|special|normal)\\p{L}*)is(e|es|ed|ing|ation|ations)\\b',
    message: 'House spelling is -ize.',
    replacement: '$1iz$2',
    severity: 'should',
    languages: en,
    off: true,
  },
]

/** What Galley brings along: ours to start from, and the newsroom’s to change. */
export const shippedStyle: StyleFile = {
  version: 0,
  rules: [...typing, ...figures, ...wording, ...spelling],
}
