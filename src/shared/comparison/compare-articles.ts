import { articleFacts, type ArticleFact, type FactContext } from '../article/facts'
import { deskNotes, fieldNames, type Content } from '../article/content'
import { compareBodies, type ComparedPart, type ComparedPictures } from './compare-bodies'
import { compareText, type TextRun } from './compare-text'

/** One field that differs between two texts. */
export interface ComparedField {
  name: string
  runs: TextRun[]
  /** For the thumbnail: another picture than before. */
  pictures: ComparedPictures | null
}

/** Everything that differs between two texts of an article. */
export interface Comparison {
  fields: ComparedField[]
  /** Empty when the bodies are the same. */
  body: ComparedPart[]
}

/** One of two texts that are compared. */
export interface Compared {
  content: Content
  publishedAt: string | null
}

/** What the words of a comparison need besides the texts. */
export interface ComparisonContext extends FactContext {
  typeName: (id: string) => string
}

/** The fields that differ, word by word, and the body, block by block and then word by word. */
export function compareArticles(before: Compared, after: Compared, context: ComparisonContext): Comparison {
  return {
    fields: compareFields(before, after, context),
    body: compareBodies(before.content.body, after.content.body),
  }
}

/** Only the fields, in the order in which people know them. */
function compareFields(before: Compared, after: Compared, context: ComparisonContext): ComparedField[] {
  const [was, is] = [textsOf(before, context), textsOf(after, context)]
  const names = [...new Set([...is.keys(), ...was.keys()])]
  const fields = names.flatMap((name): ComparedField[] => {
    const [old, now] = [was.get(name) ?? '', is.get(name) ?? '']
    return old === now ? [] : [{ name, runs: compareText(old, now), pictures: null }]
  })
  return [...comparedThumbnail(before.content, after.content), ...fields]
}

function comparedThumbnail({ thumbnail: was }: Content, { thumbnail: is }: Content): ComparedField[] {
  if (was?.media === is?.media) return []
  const pictures = { before: was ? [was.media] : [], after: is ? [is.media] : [] }
  return [{ name: fieldNames.thumbnail, runs: [], pictures }]
}

/** The thumbnail itself is shown, and its file's name says nothing to anybody. */
const unshown = ['Thumbnail file', fieldNames.thumbnail]

function textsOf({ content, publishedAt }: Compared, context: ComparisonContext): Map<string, string> {
  const facts = articleFacts({ content, publishedAt, derived: null }, context)
  const shown = [...facts, ...focusFacts(content), ...deskFacts(content, context)]
  return new Map(shown.filter(({ name }) => !unshown.includes(name)).map(({ name, value }) => [name, value]))
}

function focusFacts({ thumbnail }: Content): ArticleFact[] {
  if (!thumbnail) return []
  const { x, y } = thumbnail.focal
  const share = (part: number): string => `${Math.round(part * 100)} %`
  return [{ name: 'Thumbnail focus', value: `${share(x)} from the left, ${share(y)} from the top` }]
}

function deskFacts(content: Content, { typeName }: ComparisonContext): ArticleFact[] {
  const { type, words, ignored } = deskNotes(content)
  return [
    { name: 'Article type', value: typeName(type) },
    { name: 'Commissioned length', value: words === null ? '' : `${words} words` },
    {
      name: 'Ignored findings',
      value: ignored.map(({ text, reason }) => `“${text}”: ${reason}`).join('\n'),
    },
  ]
}
