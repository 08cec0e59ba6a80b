import { relative } from 'node:path'
import type { Article } from '../../shared/article/article'
import { revisionId, type Revision } from '../../shared/article/revision'
import { sealedParts } from '../../shared/article/seal'
import { hashOf } from '../../shared/kernel/hash'
import { logProblems, logRowSchema, type LogRow } from '../../shared/workflow/log'
import type { MoveName } from '../../shared/workflow/moves'
import { missingAsDamage, type ArticleFiles } from './article-files'
import { readLog } from './log-file'

/** What is wrong with one article's files, each sentence beginning with the file's name in the article's folder. */
export async function checkArticle(files: ArticleFiles): Promise<string[]> {
  const { revisions, problems } = await readRevisions(files)
  const log = await checkLog(files)
  problems.push(...log.problems)
  const read = await files.read()
  if (read.ok) {
    problems.push(...checkRevisions(read.value, revisions), ...checkSeal(read.value, revisions))
    if (log.rows) problems.push(...checkAgainstLog(read.value, log.rows))
  } else if (read.error.code !== 'missing') {
    problems.push(`article.json: ${missingAsDamage(read.error).reason}.`)
  }
  return problems
}

type Revisions = Map<number, Revision>

async function readRevisions(files: ArticleFiles): Promise<{ revisions: Revisions; problems: string[] }> {
  const revisions: Revisions = new Map()
  const problems: string[] = []
  for (const file of await files.revisionFiles()) {
    const where = `revisions/${file.name}`
    const read = await files.readRevision(file)
    if (!read.ok) {
      problems.push(`${where}: ${read.error.reason}.`)
      continue
    }
    if (revisionId(read.value) !== read.value.id) problems.push(`${where}: it was changed after it was kept.`)
    if (revisions.has(file.revision)) problems.push(`${where}: revision ${file.revision} is there twice.`)
    revisions.set(file.revision, read.value)
  }
  return { revisions, problems }
}

/** A log's rows, null where it cannot be read, and what is wrong with them. */
async function checkLog(files: ArticleFiles): Promise<{ rows: LogRow[] | null; problems: string[] }> {
  const log = await readLog(files.at.log, logRowSchema)
  if (!log.ok)
    return { rows: null, problems: [`${relative(files.at.folder, files.at.log)}: ${log.error.reason}.`] }
  const { rows, torn } = log.value
  const problems = logProblems(rows).map((problem) => `log.jsonl: ${problem}.`)
  if (torn !== '') problems.push(`log.jsonl: row ${rows.length + 1} is cut off.`)
  else if (rows.length === 0) problems.push('log.jsonl: it is missing or empty.')
  return { rows, problems }
}

/** A seal and a page that readers have are worth what the log says of them: anybody can compute a hash. */
function checkAgainstLog({ review, public: { exported } }: Article, rows: readonly LogRow[]): string[] {
  const holds = (move: MoveName, hash: string): boolean =>
    rows.some(({ action, content }) => action === move && content === hash)
  const problems: string[] = []
  if (review.seal && !holds('approve', review.seal.hash))
    problems.push('article.json: its log knows no approval with this seal.')
  if (exported && !holds('export', exported.hash))
    problems.push('article.json: its log knows no export of what readers have.')
  return problems
}

function checkRevisions(article: Article, revisions: Revisions): string[] {
  const problems: string[] = []
  for (let number = 1; number <= article.revision; number += 1) {
    const revision = revisions.get(number)
    const before = revisions.get(number - 1)
    if (!revision) problems.push(`revisions: revision ${number} is missing.`)
    else if (before && !revision.parents.includes(before.id)) {
      problems.push(`revisions: revision ${number} does not follow revision ${number - 1}.`)
    }
  }
  // One more than the article's is what a kill leaves between the two writes; it was never reported as kept.
  for (const number of revisions.keys()) {
    if (number > article.revision + 1) {
      problems.push(`article.json: it is at revision ${article.revision}, but revision ${number} was kept.`)
    }
  }
  const current = revisions.get(article.revision)
  if (current && hashOf(wordsOf(current)) !== hashOf(wordsOf(article))) {
    problems.push(`article.json: it differs from its kept revision ${article.revision}.`)
  }
  return problems
}

/** An export settles a slug without a new revision, so whether it still follows the headline is not compared. */
const wordsOf = ({ content }: Pick<Revision, 'content'>): unknown => ({ ...content, slug: content.slug.text })

function checkSeal({ review, revision }: Article, revisions: Revisions): string[] {
  const { seal } = review
  if (!seal) return review.state === 'approved' ? ['article.json: it is approved without a seal.'] : []
  if (hashOf(seal.parts) !== seal.hash) return ['article.json: its seal was changed.']
  if (seal.revision > revision)
    return [`article.json: its seal is of revision ${seal.revision}, which is yet to come.`]
  const sealed = revisions.get(seal.revision)
  if (!sealed) return []
  const parts = sealedParts({ content: sealed.content, publishedAt: null, corrections: [], authorNames: [] })
  const differing = Object.entries(parts).filter(
    ([name, value]) => !filledIn.has(name) && seal.parts[name] !== hashOf(value),
  )
  return differing.map(
    ([name]) => `article.json: its seal does not match revision ${seal.revision} in “${name}”.`,
  )
}

/** Parts that a revision does not carry: they come from the authors' profiles, from the approval and from corrections. */
const filledIn = new Set(['authors', 'publishedAt', 'corrections'])
