import { splitGraphemes } from 'unicode-segmenter/grapheme'

/**
 * The beginning of a text that fits: white space as one space, ended between words where one is near, with an
 * ellipsis where something is left out. No character a reader sees as one is taken apart.
 * @param most the greatest length, in whatever `lengthOf` counts: pixels, characters
 * @param lengthOf grows with the text; called a few times, for texts no longer than it
 */
export function cutToFit(text: string, most: number, lengthOf: (text: string) => number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (lengthOf(line) <= most) return line
  const characters = [...splitGraphemes(line)]
  let fits = 0
  let tooLong = characters.length
  while (tooLong - fits > 1) {
    const half = Math.floor((fits + tooLong) / 2)
    if (lengthOf(`${characters.slice(0, half).join('')}…`) <= most) fits = half
    else tooLong = half
  }
  const cut = characters.slice(0, fits).join('')
  const goesOnInWord = characters[fits] !== ' '
  const space = cut.lastIndexOf(' ')
  const whole = goesOnInWord && space > cut.length / 2 ? cut.slice(0, space) : cut
  return `${whole.trimEnd()}…`
}
