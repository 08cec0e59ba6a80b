import { ulid } from 'ulid'
import { emptyContent, type Content } from '../../src/shared/article/content'
import { newArticle } from '../../src/shared/article/new-article'
import { revisionId } from '../../src/shared/article/revision'
import { moveRow } from '../../src/main/services/log-rows'
import { moveContext } from '../../src/main/services/move-context'
import type { OpenLibrary } from '../../src/main/services/ports'
import { createSigningKeys } from '../../src/main/platform/signing-keys'
import { realDisk } from '../../src/main/storage/disk'
import { opened } from '../../src/main/storage/testing/newsroom'
import { defaultSettings } from '../../src/shared/site/settings'
import { decideMove } from '../../src/shared/workflow/decide'
import { presentKey } from '../../src/shared/workflow/person-keys'
import { galleyJson, passphrase } from '../../e2e/command-line'
import { makeSmallLibrary, people } from '../../e2e/small-library'
import { generatedParagraphs } from '../words'

const wordsEach = 600
const dayLength = 24 * 60 * 60 * 1000

/**
 * Makes a library of approved and signed articles of some 600 words, spread over all categories, forty tags, five
 * authors and two years. They come in as they are when their review is over: the making is not what is measured.
 */
export async function makeGeneratedLibrary(path: string, articles: number): Promise<void> {
  await makeSmallLibrary(path)
  await galleyJson(['site', path, 'url=https://bench.example/', '--as', people.admin])
  const library = await opened(path, {
    now: () => new Date(),
    disk: { ...realDisk, flushFolder: async () => undefined },
  })
  try {
    await fill(library, articles)
  } finally {
    await library.close()
  }
}

async function fill(library: OpenLibrary, articles: number): Promise<void> {
  const chief = library.people.read().find(({ name }) => name === people.chief)
  const key = chief && presentKey(chief)
  const open = key && (await createSigningKeys().open(key, passphrase))
  if (!chief || !open) throw new Error('The chief cannot sign.')
  const authors = Array.from({ length: 5 }, (_, index) => ({
    id: ulid(),
    name: `Author ${index + 1}`,
    slug: `author-${index + 1}`,
    avatar: null,
    biography: 'Writes about the harbour.',
  }))
  await library.authors.change(() => ({ ok: true, value: { next: authors, value: null } }))
  const { site } = library.settings.read()
  const categories = site.categories.filter(({ front }) => !front)
  for (let index = 0; index < articles; index += 1) {
    const now = new Date().toISOString()
    const published = new Date(Date.now() - ((index * 733) % 730) * dayLength).toISOString()
    const content: Content = {
      ...textOf(index),
      publishTime: { kind: 'at', at: published },
      authors: [authors[index % authors.length]?.id ?? ''],
      category: categories[index % categories.length]?.id ?? null,
    }
    const submitted = newArticle(ulid(), content, defaultSettings('').site, chief.id, now)
    const article = { ...submitted, review: { ...submitted.review, state: 'in-review' as const } }
    const context = moveContext(library, article, { person: chief, note: '', now, sign: open.sign })
    const approved = decideMove('approve', article, context)
    if (!approved.ok) throw new Error(approved.error.reasons.join(' '))
    const { revision, derived, publishedAt, updatedBy: by, updatedAt: at } = approved.value
    const kept = { revision, parents: [], by, at, content, derived, publishedAt }
    await library.articles.create({
      article: approved.value,
      revision: { ...kept, id: revisionId(kept) },
      entry: moveRow('approve', article, approved.value, chief.id, context),
      sign: open.sign,
    })
  }
}

function textOf(index: number): Content {
  const paragraphs = generatedParagraphs(wordsEach, index + 1)
  return {
    ...emptyContent('en'),
    headline: `${paragraphs[0]?.split(' ').slice(0, 8).join(' ') ?? ''} ${index}`,
    standfirst: paragraphs[1]?.split('.')[0] ?? '',
    slug: { text: `article-${index}`, follows: false },
    tags: [`Tag ${index % 40}`, `Tag ${(index * 7) % 40}`].filter((tag, at, all) => all.indexOf(tag) === at),
    body: {
      type: 'doc',
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  }
}
