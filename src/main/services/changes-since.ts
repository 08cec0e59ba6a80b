import { fieldNames, type Content, type ContentField } from '../../shared/article/content'
import type { Revision } from '../../shared/article/revision'
import { readableBody, whoBrought } from '../../shared/comparison/who-brought'
import type { InputOf, OutputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { ok, type Result } from '../../shared/kernel/result'
import type { Person } from '../../shared/workflow/people'
import { nameBook } from './names'
import type { ReadError } from './ports'
import type { Room } from './room'

/** Beyond so many revisions, the older ones count as one: reading them all would take longer than anybody waits. */
const mostFollowed = 200

/**
 * Who brought and who took away what, since a kept revision. What one person kept in a row counts as one version, so
 * that a morning of typing is not read a hundred times.
 */
export async function changesSince(
  room: Room,
  _reader: Person | null,
  { id, revision }: InputOf<'article.changes-since'>,
): Promise<Result<OutputOf<'article.changes-since'>, ReadError | ErrorWith<'not-found'>>> {
  const { articles } = room.library
  const before = await articles.revision(id, revision)
  if (!before.ok) return before
  const listed = await articles.revisions(id, { below: null, limit: mostFollowed })
  if (!listed.ok) return listed
  const since = listed.value.rows.filter((row) => row.revision > revision).reverse()
  const lastOfEach = since.filter(({ by }, index) => since[index + 1]?.by !== by)
  const versions: Revision[] = []
  for (const row of lastOfEach) {
    const read = await articles.revision(id, row.revision)
    if (read.ok) versions.push(read.value)
  }
  const contents = [before.value, ...versions].map(({ content }) => content)
  const book = nameBook(room.library)
  return ok({
    before: before.value,
    versions: versions.map((one) => ({ revision: one.revision, by: book.person(one.by), at: one.at })),
    ...whoBrought(contents.map(({ body }) => readableBody(body))),
    fields: lastChanges(contents),
  })
}

/** The version, from 1, that changed each field last; fields that none changed are left out. */
function lastChanges(contents: readonly Content[]): Partial<Record<ContentField, number>> {
  const changed: Partial<Record<ContentField, number>> = {}
  const names = Object.keys(fieldNames) as ContentField[]
  const written = (content: Content | undefined, name: ContentField): string =>
    canonicalJson(content?.[name] ?? null)
  contents.forEach((content, version) => {
    if (version === 0) return
    for (const name of names.filter((one) => one !== 'body')) {
      if (written(content, name) !== written(contents[version - 1], name)) changed[name] = version
    }
  })
  return changed
}
