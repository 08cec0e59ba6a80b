import { cutText, namesIn, oneLine } from '../../shared/html/fit-headline'

const introduction = /^(?:by|von|par|por|di|door|av|af)\s*:?\s+/i
/** Words of somebody's work or house, which is no name. */
const role =
  /\b(?:editor|reporter|correspondent|writer|columnist|staff|desk|agency|photographer|photos?|bureau|chief|redaktion)\b/i
/** Two words or more, each but the small ones in between with a capital or in a script without them. */
const fullName =
  /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*)(?:\s+[\p{L}\p{M}'’.-]+)*\s+[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u

/**
 * The names in a printed byline such as `By Ann Lee, Bo Chen and Cy Day`. What follows a name after a comma and is no
 * name itself, such as a role or an agency, is given apart.
 */
export function namesInByline(byline: string): { names: string[]; others: string[] } {
  const line = cutText(oneLine(byline), 2000).replace(introduction, '')
  const [first = '', ...more] = line.split(
    /\s*[,;|•]\s*(?:and\s+|&\s*)?|\s+(?:and|und|et|y|e|og|och|en)\s+|\s*&\s*/u,
  )
  const isName = (text: string): boolean => fullName.test(text) && !role.test(text)
  return {
    names: namesIn([first, ...more.filter(isName)], 50),
    others: more.filter((text) => text !== '' && !isName(text)),
  }
}

/** Whether a short line is a byline: it says “By” and goes on with a name. */
export const isByline = (line: string): boolean =>
  line.length <= 120 &&
  /^by:?\s+[\p{Lu}\p{Lo}]/iu.test(line) &&
  /^[Bb][Yy]/.test(line) &&
  !/[.!?]$/.test(line)

/** Names that programs put where an author's name should stand. */
const nobody =
  /^(?:user|admin|administrator|author|owner|guest|unknown|untitled|python-docx|microsoft.*|office.*|windows.*|openoffice.*|libreoffice.*|apache.*|un-named|hp|dell|lenovo|pc)$/i

/** The author a file's properties name, unless a program wrote it. */
export const creatorIn = (creator: string): string[] =>
  namesIn(creator.split(';').slice(0, 10), 10).filter((name) => !nobody.test(name) && !/[@\\/]/.test(name))
