import { bodyLines } from '../../shared/article/body-text'
import { sha256Hex } from '../../shared/kernel/hash'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { FoundArticle, ImportedArticle } from '../services/importer-ports'
import { importers } from '.'

type Neighbours = Readonly<Record<string, string>>

/** For tests: every article of a file, as a library that keeps any bytes as a picture would get it. */
export async function fakeImportAll(
  name: string,
  content: string | Uint8Array,
  neighbours: Neighbours = {},
): Promise<{ articles: Awaited<ReturnType<FoundArticle>>[]; notes: string[] }> {
  const found = await readFake(name, content, neighbours)
  if (!found.ok) return { articles: [found], notes: [] }
  const articles = []
  for (const article of found.value.articles) articles.push(await article())
  return { articles, notes: found.value.notes }
}

/** For tests: the only article of a file. */
export async function fakeImport(
  name: string,
  content: string | Uint8Array,
  neighbours: Neighbours = {},
): ReturnType<FoundArticle> {
  const { articles } = await fakeImportAll(name, content, neighbours)
  const [only] = articles
  if (articles.length !== 1 || !only)
    return err({ code: 'import-failed', file: name, reason: `${articles.length} articles` })
  return only
}

/** For tests: what an import gave, where it has to succeed. */
export function importedOf(result: Result<ImportedArticle, unknown>): ImportedArticle {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const readFake = (name: string, content: string | Uint8Array, neighbours: Neighbours) =>
  importers.read(
    {
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      neighbour: (path) =>
        Promise.resolve(Object.hasOwn(neighbours, path) ? new TextEncoder().encode(neighbours[path]) : null),
    },
    {
      timeZone: 'Europe/London',
      keepPicture: (_name, bytes) =>
        Promise.resolve(
          ok({
            hash: sha256Hex(bytes),
            width: 1,
            height: 1,
            type: 'image/png',
            bytes: bytes.length,
            warnings: [],
          }),
        ),
    },
  )

export const keptHash = (text: string): string => sha256Hex(new TextEncoder().encode(text))

/** The headline and the body of an imported text, line by line. */
export const linesOf = async (name: string, text: string): Promise<string[]> => {
  const read = await fakeImport(name, text)
  if (!read.ok) throw new Error(read.error.code)
  return [read.value.headline, ...bodyLines(read.value.body)]
}
