import { bodySchema, type Block, type Body } from '../../shared/article/body'
import { formatOf, whyNotImported } from '../../shared/article/text-formats'
import { cutText, oneLine } from '../../shared/html/fit-headline'
import { collectWarnings } from '../../shared/html/warnings'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { FoundArticle, Importers, ImportFile, ImportSurroundings } from '../services/importer-ports'
import type { ArticlesInFile, ReadArticle } from './article-as-read'
import { declaredEncoding, decodeText } from './decode-text'
import { readNinjs } from './ninjs/read-ninjs'
import { openPictureFiles } from './picture-files'
import { readHtml } from './read-html'
import { readMarkdown } from './read-markdown'
import { readTxt } from './read-txt'
import { readWxr } from './wordpress/read-wxr'

/** Finds the articles of a file, by its name's ending. */
export const readFile: Importers['read'] = async (file, surroundings) => {
  const found = await findArticles(file)
  if (!found.ok) return err({ code: 'import-failed', file: file.name, reason: found.error })
  const { articles, notes } = found.value
  return ok({ articles: articles.map((read) => finished(read, file, surroundings)), notes })
}

async function findArticles({ name, bytes }: ImportFile): Promise<Result<ArticlesInFile, string>> {
  const format = formatOf(name)
  if (format === null) return err(whyNotImported(name))
  if (format === 'docx') {
    const { readDocx } = await import('./docx/read-docx')
    return ok(only((reading) => readDocx(bytes, reading)))
  }
  const declares = format === 'html' || format === 'wxr'
  // An export of a whole site is far larger than any text.
  const text = decodeText(bytes, declares ? declaredEncoding(bytes) : null, format === 'wxr' ? 90 : 20)
  if (!text.ok) return text
  switch (format) {
    case 'md':
      return ok(only((reading) => readMarkdown(text.value, reading)))
    case 'html':
      return ok(only((reading) => readHtml(text.value, reading)))
    case 'txt':
      return ok(only((reading) => Promise.resolve(ok(readTxt(text.value, reading.warnings)))))
    case 'ninjs':
      return readNinjs(text.value)
    case 'wxr':
      return readWxr(text.value)
  }
}

const only = (read: ReadArticle): ArticlesInFile => ({ articles: [read], notes: [] })

/** Whatever a format's reader gives, checked: the body is valid, and there is a headline. */
const finished =
  (read: ReadArticle, file: ImportFile, surroundings: ImportSurroundings): FoundArticle =>
  async () => {
    const fail = (reason: string) => err({ code: 'import-failed' as const, file: file.name, reason })
    const warnings = collectWarnings()
    const pictures = openPictureFiles(file, surroundings, warnings)
    const found = await read({ pictures, warnings, timeZone: surroundings.timeZone })
    if (!found.ok) return fail(found.error)
    const failure = pictures.failure()
    if (failure) return err(failure)
    const { blocks, ...article } = found.value
    const body = bodySchema.safeParse(bodyOf(blocks))
    if (!body.success) return fail('its text has a form that Galley cannot keep')
    const headline = article.headline || nameWithoutEnding(file.name)
    if (article.headline === '') warnings.add('It has no headline, so the file’s name stands in for one.')
    return ok({ ...article, headline, body: body.data, warnings: warnings.all() })
  }

const bodyOf = (blocks: readonly Block[]): Body => ({
  type: 'doc',
  content: blocks.length > 0 ? [...blocks] : [{ type: 'paragraph' }],
})

const nameWithoutEnding = (name: string): string =>
  cutText(oneLine((name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]+$/, '')), 200)
