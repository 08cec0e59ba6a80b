import type { Article } from '../../shared/article/article'
import { deskNotes, emptyContent, type Content } from '../../shared/article/content'
import { newArticle } from '../../shared/article/new-article'
import { contentFromTemplate } from '../../shared/article/template'
import type { HistoryRow, InputOf, OpenedArticle } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { verifierOf } from './approvals'
import { revisionOf, saysTheSame } from './keep-decision'
import { creationRow, historyWords } from './log-rows'
import { nameBook, printedNames } from './names'
import type { ReadError, WriteError } from './ports'
import { mayDo } from './roles'
import { moment, type Room } from './room'
import { signedEntry } from './signing-keys'
import { slugTaken, settleSlug } from './slugs'
import { findTemplate } from './templates'
import { viewArticle, viewChecked } from './view'

type Missing = ReadError | ErrorWith<'not-found'>

/** A new article: with nothing in it, or with what a template gives. */
export async function createArticle(
  room: Room,
  person: Person,
  wanted: InputOf<'article.create'> = {},
): Promise<Result<OpenedArticle, WriteError | ErrorWith<'not-allowed' | 'not-found'>>> {
  const allowed = mayDo(person, ['editor', 'chief'], 'create articles')
  if (!allowed.ok) return allowed
  const content = startingContent(room, wanted)
  if (!content.ok) return content
  const created = await room.keeps(() => createInTurn(room, person, content.value, wanted))
  return created.ok ? ok({ ...viewArticle(room, person, created.value), draft: null }) : created
}

/** What a new article says before anybody wrote in it. A category that is gone since is left open. */
function startingContent(
  room: Room,
  { template: id, type }: InputOf<'article.create'>,
): Result<Content, ErrorWith<'not-found'>> {
  const { site } = room.library.settings.read()
  const blank = emptyContent(site.language)
  const template = id === undefined ? null : findTemplate(room, id)
  if (template && !template.ok) return template
  const content = template ? contentFromTemplate(blank, template.value.content) : blank
  const isPlaced = site.categories.some((one) => one.id === content.category && !one.front)
  const placed = { ...content, category: isPlaced ? content.category : null }
  return ok(type === undefined ? placed : { ...placed, desk: { ...deskNotes(placed), type } })
}

/** In turn with keeps, so that no two articles settle on one slug. */
async function createInTurn(
  room: Room,
  person: Person,
  content: Content,
  { template }: InputOf<'article.create'>,
): Promise<Result<Article, WriteError>> {
  const { site } = room.library.settings.read()
  const blank = newArticle(room.newId(), content, site, person.id, moment(room))
  const isTaken = slugTaken(await room.library.articles.entries(), blank.id)
  const settled = { ...content, slug: settleSlug(blank, content, isTaken) }
  // Whoever brings in a text has changed it: somebody else approves.
  const review = { ...blank.review, changedBy: template === undefined ? [] : [person.id] }
  const article = { ...blank, content: settled, review }
  return addArticle(room, article, 'create')
}

/** Stores a new article with its first revision and the first row of its log, and tells every window. */
export async function addArticle(
  room: Room,
  article: Article,
  action: 'create' | 'import',
): Promise<Result<Article, WriteError>> {
  const authorNames = printedNames(room.library.authors.read(), article.content.authors)
  const created = await room.library.articles.create({
    article,
    revision: revisionOf(article, null),
    ...signedEntry(room, creationRow(action, article, authorNames)),
  })
  if (created.ok) room.announce('article.changed', { id: article.id, revision: article.revision })
  return created
}

/** An article for whoever looks at it, with their unsaved text where it differs from what is kept. */
export async function openArticle(
  room: Room,
  reader: Person | null,
  { id }: { id: string },
): Promise<Result<OpenedArticle, Missing>> {
  const found = await room.library.articles.find(id)
  if (!found.ok) return found
  const draft = reader ? await room.library.drafts.find(id, reader.id) : null
  return ok({
    ...(await viewChecked(room, reader, found.value)),
    draft: draft && !saysTheSame(draft.content, found.value) ? draft : null,
  })
}

/** The article's log in words, oldest first. */
export async function readHistory(
  room: Room,
  _reader: Person | null,
  { id }: { id: string },
): Promise<Result<HistoryRow[], Missing>> {
  const log = await room.library.articles.log(id)
  if (!log.ok) return log
  return ok(historyWords(log.value, nameBook(room.library), verifierOf(room)))
}
