import { bodySchema, type Block, type Body } from '../../shared/article/body'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Importers, ImportFile, ImportSurroundings } from '../services/importer-ports'
import type { ArticleAsRead } from './article-as-read'
import { declaredEncoding, decodeText } from './decode-text'
import { cutText, oneLine } from '../../shared/html/fit-headline'
import { formatOf } from '../../shared/article/text-formats'
import { openPictureFiles, type PictureFiles } from './picture-files'
import { readHtml } from './read-html'
import { readMarkdown } from './read-markdown'
import { readTxt } from './read-txt'
import { collectWarnings, type Warnings } from '../../shared/html/warnings'

/** Reads a Markdown, HTML or plain text file, by its name's ending. */
export const readFile: Importers['read'] = async (file, surroundings) => {
  const fail = (reason: string) => err({ code: 'import-failed' as const, file: file.name, reason })
  const warnings = collectWarnings()
  const pictures = openPictureFiles(file, surroundings, warnings)
  const read = await readAnyFormat(file, surroundings, pictures, warnings)
  if (!read.ok) return fail(read.error)
  const failure = pictures.failure()
  if (failure) return err(failure)
  const { blocks, ...article } = read.value
  const body = bodySchema.safeParse(bodyOf(blocks))
  if (!body.success) return fail('its text has a form that Galley cannot keep')
  const headline = article.headline || nameWithoutEnding(file.name)
  if (article.headline === '') warnings.add('It has no headline, so the file’s name stands in for one.')
  return ok({ ...article, headline, body: body.data, warnings: warnings.all() })
}

async function readAnyFormat(
  { name, bytes }: ImportFile,
  { timeZone }: ImportSurroundings,
  pictures: PictureFiles,
  warnings: Warnings,
): Promise<Result<ArticleAsRead, string>> {
  const format = formatOf(name)
  if (format === null) return err('Galley imports .md, .html and .txt files')
  const text = decodeText(bytes, format === 'html' ? declaredEncoding(bytes) : null)
  if (!text.ok) return text
  switch (format) {
    case 'md':
      return readMarkdown(text.value, pictures, timeZone, warnings)
    case 'html':
      return readHtml(text.value, pictures, timeZone, warnings)
    case 'txt':
      return ok(readTxt(text.value, warnings))
  }
}

const bodyOf = (blocks: readonly Block[]): Body => ({
  type: 'doc',
  content: blocks.length > 0 ? [...blocks] : [{ type: 'paragraph' }],
})

const nameWithoutEnding = (name: string): string =>
  cutText(oneLine((name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]+$/, '')), 200)
