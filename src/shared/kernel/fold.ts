/** Letters whose accent is part of their shape: Unicode does not take them apart. */
const plain: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
}
const odd = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')
/** Accents of any script and joiners; Hebrew points. Vowel signs of Indic scripts are letters and stay. */
const accents = /[\p{Script=Inherited}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu

/**
 * Text as searching compares it: no case, no accents, one kind of quotation mark, one space for any white space.
 * Cutting a text at white space and folding the pieces gives pieces of the folded text.
 */
export function fold(text: string): string {
  const spaced = text.replace(/\s+/g, ' ')
  if (/^[\0-\x7f]*$/.test(spaced)) return spaced.toLowerCase()
  return spaced
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(odd, (letter) => plain[letter] ?? letter)
    .replace(/\s+/g, ' ')
}
