import type { Block } from '../../../shared/article/body'
import { bodyLines } from '../../../shared/article/body-text'
import { languageSchema, type PublishTime } from '../../../shared/article/content'
import { cutText, fitHeadline, namesIn, oneLine } from '../../../shared/html/fit-headline'
import { ok, type Result } from '../../../shared/kernel/result'
import { nothingRead, type ArticleAsRead, type Reading } from '../article-as-read'
import { namesInByline } from '../byline-names'
import { readBodyHtml } from '../read-html'
import { readWrittenDate } from '../written-date'
import { itemsOf, namesOf, textOf, textsOf, type NinjsItem, type NinjsText } from './ninjs-fields'
import { picturesOf, placePictures } from './ninjs-pictures'
import { paragraphsOf, plainOf } from './plain-text'

/** One news item as an article. */
export async function readItem(item: NinjsItem, reading: Reading): Promise<Result<ArticleAsRead, string>> {
  const { warnings } = reading
  const headlines = textsOf(item, 'headlines', 'headline')
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0]
  const { headline, rest } = fitHeadline(plainOf(main) || textOf(item['title']), warnings)
  const body = await readBody(item, headline, reading)
  if (!body.ok) return body
  const { blocks, thumbnail } = body.value
  const description = plainOf(preferred(textsOf(item, 'descriptions', 'description')))
  tellNotes(item, reading)
  return ok({
    ...nothingRead(),
    headline,
    standfirst: repeats(blocks, description) ? '' : cutText(description, 20_000),
    dateline: cutText(oneLine(textOf(item['located'])), 10_000),
    blocks: rest === '' ? blocks : [...paragraphsOf(rest), ...blocks],
    lang: languageIn(item),
    authors: authorsIn(item, reading),
    categories: namesIn([...namesOf(item['service']), ...namesOf(item['sections'])], 20),
    tags: namesIn([...namesOf(item['keywords']), ...subjectsIn(item)], 200),
    publishTime: momentIn(item, reading, 'published', 'firstpublished', 'versioncreated', 'firstcreated'),
    embargo: embargoIn(item, reading),
    thumbnail,
  })
}

async function readBody(
  item: NinjsItem,
  headline: string,
  reading: Reading,
): Promise<Result<Pick<ArticleAsRead, 'blocks' | 'thumbnail'>, string>> {
  const text = preferred(textsOf(item, 'bodies', 'body'))
  const pictures = picturesOf(item)
  const read = text?.isHtml
    ? await readBodyHtml(text.value, reading, {
        headline,
        alternatives: (source) => pictures.find(({ sources }) => sources.includes(source))?.sources ?? [],
      })
    : ok({ blocks: paragraphsOf(text?.value ?? ''), sources: [] })
  if (!read.ok) return read
  const { blocks, sources } = read.value
  const { thumbnail, figures } = await placePictures(pictures, new Set(sources), reading.pictures)
  return ok({ blocks: [...blocks, ...figures], thumbnail })
}

/** The form of a text that says most: HTML before plain text. */
const preferred = (texts: readonly NinjsText[]): NinjsText | undefined =>
  texts.find(({ isHtml }) => isHtml) ?? texts[0]

/** Whether a description is only how the body begins, as agencies' programs make them. */
function repeats(blocks: Block[], description: string): boolean {
  const plain = (text: string): string => text.replace(/[\s…]+/gu, '').toLowerCase()
  const said = plain(description)
  const body = plain(bodyLines({ type: 'doc', content: blocks.slice(0, 12) }).join(''))
  return said.length > 40 && body.includes(said)
}

const languageIn = (item: NinjsItem): string | null => {
  const written = textOf(item['language']).replaceAll('_', '-')
  return languageSchema.safeParse(written).success ? written : null
}

/** The byline, else the people and sources whose part is to have written. */
function authorsIn(item: NinjsItem, { warnings }: Reading): string[] {
  const byline = textOf(item['byline']) || textOf(item['by'])
  if (byline !== '') {
    const { names, others } = namesInByline(byline)
    if (others.length > 0)
      warnings.add(`In the byline, these were not taken for names: ${others.join(', ')}.`)
    return names
  }
  const wrote = /author|writer|byline|reporter|creator/i
  const people = ['people', 'person', 'infosources', 'infosource'].flatMap((name) => itemsOf(item[name]))
  const writers = people.filter((one) => wrote.test(`${textOf(one['rel'])} ${textOf(one['role'])}`))
  return namesIn(
    [...itemsOf(item['authors']), ...writers].map((one) => textOf(one['name'])),
    50,
  )
}

const subjectsIn = (item: NinjsItem): string[] => [...namesOf(item['subjects']), ...namesOf(item['subject'])]

function momentIn(item: NinjsItem, { timeZone }: Reading, ...names: string[]): PublishTime | null {
  const written = names.map((name) => textOf(item[name])).find(Boolean)
  return written === undefined ? null : readWrittenDate(written, timeZone)
}

function embargoIn(item: NinjsItem, reading: Reading): string | null {
  const embargo = momentIn(item, reading, 'embargoed', 'embargodate')
  if (embargo?.kind === 'at') return embargo.at
  const written = textOf(item['embargoed'])
  if (written !== '') reading.warnings.add(`It says of an embargo: “${cutText(oneLine(written), 200)}”.`)
  return null
}

/** What the sender tells the desk and no reader. */
function tellNotes(item: NinjsItem, { warnings }: Reading): void {
  const note = oneLine(textOf(item['ednote']))
  if (note !== '') warnings.add(`Note to editors: ${cutText(note, 1000)}`)
  const status = textOf(item['pubstatus'])
  if (status !== '' && status !== 'usable')
    warnings.add(`Its sender has marked it as “${cutText(status, 100)}”.`)
  const terms = oneLine(textOf(item['usageterms']))
  if (terms !== '') warnings.add(`Terms of use: ${cutText(terms, 1000)}`)
}
