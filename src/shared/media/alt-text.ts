/** What an alt text is judged by besides itself. */
interface AltSurroundings {
  caption: string
  /** The picture's file name as it was added, or ''. */
  fileName: string
  /** Alt texts of the other pictures beside it. */
  others: readonly string[]
}

/** More than a screen reader says in one breath. */
export const longestAlt = 150

const picture =
  '(image|picture|photo|photograph|pic|img|graphic|illustration|drawing|figure|screenshot|thumbnail)'
const nothingButGeneric = new RegExp(
  `^(an? |the )?(untitled|alt text|alt|logo|icon|${picture})s?( ?#?\\d+)?$`,
)
const openingWords = new RegExp(`^(this is )?(an? |the )?${picture}s? (of|showing|shows)\\b`)
const fileEnding = /\.(jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg)$/i
/** As cameras, telephones and agencies name their files. */
const cameraName = /^(img|dsc|dscn|dscf|dcim|pxl|mvimg|p|gopr|screenshot|whatsapp image|photo)[-_ ]?\d{3,}/i

/**
 * What could be better in an alt text, a sentence each in words for who writes it; none when it is good or empty.
 * Nothing here refuses anything: only a person can tell whether words describe a picture.
 */
export function altTextHints(alt: string, { caption, fileName, others }: AltSurroundings): string[] {
  const words = plain(alt)
  if (words === '') return []
  const hints: string[] = []
  if (looksLikeFileName(alt.trim(), fileName))
    hints.push('This is a file’s name. Say what the picture shows instead.')
  else if (nothingButGeneric.test(words))
    hints.push('This says only that it is a picture. Say what it shows.')
  else if (openingWords.test(words))
    hints.push('Leave out “picture of”: a screen reader has said already that it is a picture.')
  if (words === plain(caption))
    hints.push('This repeats the caption, and would be read out twice. Say what is seen.')
  const length = [...alt.trim()].length
  if (length > longestAlt)
    hints.push(
      `This is ${length} characters long; up to ${longestAlt} can be listened to. The rest fits in the caption.`,
    )
  if (others.some((other) => plain(other) === words))
    hints.push('Another picture has the same alt text. Say what tells them apart.')
  return hints
}

function looksLikeFileName(alt: string, fileName: string): boolean {
  if (fileEnding.test(alt) || cameraName.test(alt)) return true
  const bare = fileName.replace(fileEnding, '')
  // A name of several words may well be what somebody wrote the picture for.
  return bare !== '' && alt === bare && !/\s/.test(alt)
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,:;!?“”"'’]+/g, ' ')
    .trim()
