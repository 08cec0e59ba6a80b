import type { TextRun } from './placeholders'

/**
 * Finds what states something in a text: numbers, quotations, proper names. By rule of thumb, on purpose: a desk looks
 * over a list, and one line too many costs it less than a number nobody asked about. Every pattern takes time in
 * proportion to the text.
 */

const scales = 'hundred|thousand|million|billion|trillion|per ?cent|percent|bn|m|k'
const small =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'

/** Figures with what belongs to them (`£3.5 million`, `12%`, `1,200`), and counts in English words (`forty thousand`). */
const numbers = new RegExp(
  [
    `(?:\\p{Sc}\\s?)?(?<![\\p{L}\\p{N}])\\p{Nd}+(?:[.,:’\\u00a0\\u202f]\\p{Nd}+)*(?:\\s?(?:%|‰|°[CF]?))?(?:[\\s-](?:${scales})(?!\\p{L}))?`,
    `(?<![\\p{L}\\p{N}-])(?:${small}|a|several) (?:hundred|thousand|million|billion|trillion)(?!\\p{L})`,
    `(?<![\\p{L}\\p{N}-])(?:${small})(?: |-)per ?cent(?!\\p{L})`,
  ].join('|'),
  'giu',
)

export const numbersIn = (text: string): TextRun[] => runsOf(text, numbers)

/** Quotation marks of many languages, with no more between them than a speaker says in one breath. */
const quotations =
  /“[^“”]{3,2000}”|"[^"\n]{3,2000}"|«[^«»]{3,2000}»|„[^„“”]{3,2000}[“”]|「[^「」]{2,2000}」|『[^『』]{2,2000}』|(?<![\p{L}\p{N}])‘[^‘’\n]{3,2000}(?:’[\p{L}][^‘’\n]{0,500}){0,20}’(?!\p{L})/gu

/** What somebody is quoted with. A single quoted word is a name or a manner of speaking, but for scripts without spaces. */
export const quotationsIn = (text: string): TextRun[] =>
  runsOf(text, quotations).filter(({ from, to }) => {
    const words = text.slice(from + 1, to - 1).trim()
    return (
      /\s/.test(words) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(words)
    )
  })

const word = String.raw`\p{Lu}(?:\.(?=\s|\p{Lu})|[\p{L}\p{M}\p{N}]*(?:[’'‐-][\p{L}\p{M}]+)*)`
const joining =
  'of the|of|de la|de|da|di|del|della|van der|van den|van|von der|von|den|der|la|le|du|al|bin|ibn|y'
/** Words with capitals in a row; small words join them only in between. */
const capitals = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${word}(?:[ \\u00a0](?:(?:${joining}) )?${word})*`,
  'gu',
)

/** Words with which English sentences begin; they get their capital from that and belong to no name. */
const openings = new Set(
  (
    'a,about,according,across,after,again,against,all,almost,along,already,also,although,among,an,and,another,any,as,at,' +
    'because,before,behind,below,between,both,but,by,despite,during,each,early,either,even,every,few,first,for,from,here,' +
    'his,her,how,however,i,if,in,inside,instead,into,is,it,its,last,later,like,many,meanwhile,more,most,much,my,near,' +
    'neither,never,next,no,none,nor,not,now,of,off,on,once,one,only,or,other,our,out,outside,over,perhaps,several,she,he,' +
    'since,so,some,soon,still,such,than,that,the,their,then,there,these,they,this,those,though,through,to,today,' +
    'together,tomorrow,tonight,too,two,under,unless,until,up,upon,we,what,when,where,whether,which,while,who,whose,why,' +
    'will,with,within,without,yesterday,yet,you,your'
  ).split(','),
)
const calendar = new Set(
  (
    'january,february,march,april,may,june,july,august,september,october,november,december,' +
    'monday,tuesday,wednesday,thursday,friday,saturday,sunday'
  ).split(','),
)

/**
 * Proper names: capitals within a sentence, or several in a row at its beginning. In other languages than English only
 * several in a row count, because many write nouns or the first words of titles with capitals. Months and weekdays are no names.
 */
export function namesIn(text: string, lang: string): TextRun[] {
  const isEnglish = /^en(?:-|$)/i.test(lang)
  return runsOf(text, capitals).flatMap((found) => {
    const run = trimmed(text, found, isEnglish)
    if (!run) return []
    const words = text.slice(run.from, run.to).match(/\p{Lu}[\p{L}\p{M}\p{N}]+/gu) ?? []
    if (words.length === 0 || words.every((one) => calendar.has(one.toLowerCase()))) return []
    const isAlone = words.length === 1
    return isAlone && (!isEnglish || startsSentence(text, run.from)) ? [] : [run]
  })
}

/** A run without the word that only begins its sentence, and without the `’s` that says whose something is. */
function trimmed(text: string, { from, to }: TextRun, isEnglish: boolean): TextRun | null {
  const first = /^[\p{L}\p{M}’'-]+/u.exec(text.slice(from, to))?.[0] ?? ''
  const opens = isEnglish && openings.has(first.toLowerCase())
  const rest = opens ? text.slice(from + first.length, to).search(/\p{Lu}/u) : 0
  if (rest < 0) return null
  const start = opens ? from + first.length + rest : from
  return { from: start, to: to - (/['’]s$/.exec(text.slice(start, to))?.[0].length ?? 0) }
}

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…:\n\ufffc])[\s“”"‘’'«„(—–-]*$/u.test(text.slice(Math.max(0, at - 20), at))

const runsOf = (text: string, pattern: RegExp): TextRun[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
