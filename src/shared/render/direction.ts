const rightToLeft = String.raw`\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}`
const firstLetter = new RegExp(String.raw`(?<rtl>[${rightToLeft}])|\p{L}`, 'u')
const rightToLeftLanguage = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)(-|$)/i

/** The direction a language is written in. */
export const languageDirection = (lang: string): 'ltr' | 'rtl' =>
  rightToLeftLanguage.test(lang) ? 'rtl' : 'ltr'

/**
 * A direction for a page: the one that was set, else that of the first letter of its words, else its language's.
 * @param words in reading order, such as headline and standfirst
 */
export function resolveDirection(
  dir: 'auto' | 'ltr' | 'rtl',
  lang: string,
  words: readonly string[],
): 'ltr' | 'rtl' {
  if (dir !== 'auto') return dir
  const found = firstLetter.exec(words.join(' '))
  if (!found) return languageDirection(lang)
  return found.groups?.['rtl'] ? 'rtl' : 'ltr'
}
