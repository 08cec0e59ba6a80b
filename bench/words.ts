import { randomNumbers } from '../e2e/random-numbers'

/**
 * English of a newspaper's kind in any length, the same for the same seed: sentences of 8 to 24 words, paragraphs of
 * about 60, and here and there a misspelling and a turn of phrase that a house style minds.
 */
export function generatedParagraphs(words: number, seed = 1): string[] {
  const random = randomNumbers(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const paragraphs: string[] = []
  let left = words
  while (left > 0) {
    const sentences: string[] = []
    let room = Math.min(left, 60)
    left -= room
    while (room > 0) {
      const length = Math.min(room, 8 + Math.floor(random() * 17))
      room -= length
      const sentence = Array.from({ length }, () =>
        random() < 0.01 ? pick(oddities) : pick(vocabulary),
      ).join(' ')
      sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
    }
    paragraphs.push(sentences.join(' '))
  }
  return paragraphs
}

const vocabulary =
  'the a of to and in that for on with as was by at from his her its council harbour ferry market morning evening people city river school minister report said told according new old first last year week month police hospital museum bridge station street weather storm flood tide boats fishing prices houses tenants landlord vote election budget tax plan meeting public letter answer question witness doctor teacher driver farmer baker music festival concert football match season players coach team fans stadium winter summer spring autumn north south east west island coast valley village road train bus bicycle traffic repair closed opened began ended expected announced agreed refused promised warned asked showed found lost won kept held moved built painted planted cleaned counted measured about after before during between under over against without within around nearly almost already still again often never always however because although while until since'.split(
    ' ',
  )
const oddities = ['recieve', 'seperate', 'occured', 'very unique', 'in order to', 'per cent', 'goverment']
