import { hashOf } from '../../shared/kernel/hash'
import type { Article } from '../../shared/article/article'
import { revisionId, type Revision } from '../../shared/article/revision'
import { logRowSchema } from '../../shared/workflow/log'
import type { ArticleFiles } from './article-files'
import type { StorageContext } from './durable-json-file'
import { articleShape } from './shapes'
import { checkFile } from './verify-bytes'
import { checkLog, readable } from './verify-log'
import { checkSeal } from './verify-seal'
import { articleRowProblem, type Witnesses } from './verify-signatures'
import { checkState } from './verify-state'

/** What is known of an article from elsewhere. */
export interface ArticleWitnesses extends Witnesses {
  /** Hashes of rows that its log must hold, each with the receipt that says so. */
  heads: readonly { hash: string; receipt: string }[]
  /** The hash of a row whose move a kill interrupted, or that is being made now; null for none. */
  onItsWay: string | null
}

/** What looking at one article gave. */
export interface CheckedArticle {
  /** Null where nothing readable holds one. */
  headline: string | null
  /** How many rows its log has, and how many of them are signed. */
  rows: number
  signed: number
  problems: { file: string; words: string }[]
}

/** Looks at every file in an article's folder. */
export async function checkArticle(
  files: ArticleFiles,
  context: StorageContext,
  witnesses: ArticleWitnesses,
): Promise<CheckedArticle> {
  const { revisions, problems } = await readRevisions(files)
  const log = await checkLog(files.at.log, logRowSchema)
  const rows = readable(log.rows)
  const inLog = [
    ...log.problems,
    ...rows.flatMap((row) => {
      const problem = articleRowProblem(row, witnesses)
      return problem === null ? [] : [`row ${row.sequence} ${problem}.`]
    }),
    ...witnesses.heads
      .filter(({ hash }) => !rows.some((row) => row.hash === hash))
      .map(({ receipt }) => `it was written anew: a row that ${receipt} vouches for is gone.`),
  ]
  const article = await checkArticleFile(files, context)
  const inArticle = [...article.problems]
  if (article.value) {
    problems.push(...checkSequence(article.value, revisions).map((words) => ({ file: 'revisions', words })))
    inArticle.push(...checkAgainstRevisions(article.value, revisions))
    inArticle.push(...checkSeal(article.value, revisions, rows, witnesses))
    if (log.problems.length === 0) inArticle.push(...checkState(article.value, rows, witnesses.onItsWay))
  }
  const newest = [...revisions.values()].at(-1)
  return {
    headline: (article.value ?? newest)?.content.headline ?? null,
    rows: rows.length,
    signed: rows.filter((row) => row.signed).length,
    problems: [
      ...problems,
      ...inLog.map((words) => ({ file: 'log.jsonl', words })),
      ...inArticle.map((words) => ({ file: 'article.json', words })),
    ],
  }
}

async function checkArticleFile(
  files: ArticleFiles,
  context: StorageContext,
): Promise<{ value: Article | null; problems: string[] }> {
  // Only since it notes the end of its log is an article written in one order of members.
  const inOrder = ({ head }: Article): boolean => head !== null
  const { value, problems } = await checkFile(files.at.article, articleShape, context, { inOrder })
  if (value && value.id !== files.id) return { value: null, problems: [`it holds the article ${value.id}.`] }
  return { value, problems }
}

type Revisions = Map<number, Revision>

async function readRevisions(
  files: ArticleFiles,
): Promise<{ revisions: Revisions; problems: CheckedArticle['problems'] }> {
  const revisions: Revisions = new Map()
  const problems: CheckedArticle['problems'] = []
  for (const file of await files.revisionFiles()) {
    const found = (words: string): void => void problems.push({ file: `revisions/${file.name}`, words })
    const read = await files.readRevision(file)
    if (!read.ok) {
      found(`${read.error.reason}.`)
      continue
    }
    if (revisionId(read.value) !== read.value.id) found('it was changed after it was kept.')
    if (revisions.has(file.revision)) found(`revision ${file.revision} is there twice.`)
    revisions.set(file.revision, read.value)
  }
  return { revisions, problems }
}

function checkSequence(article: Article, revisions: Revisions): string[] {
  const problems: string[] = []
  for (let number = 1; number <= article.revision; number += 1) {
    const revision = revisions.get(number)
    const before = revisions.get(number - 1)
    if (!revision) problems.push(`revision ${number} is missing.`)
    else if (before && !revision.parents.includes(before.id)) {
      problems.push(`revision ${number} does not follow revision ${number - 1}.`)
    }
  }
  return problems
}

function checkAgainstRevisions(article: Article, revisions: Revisions): string[] {
  const problems: string[] = []
  // One more than the article's is what a kill leaves between the two writes; it was never reported as kept.
  for (const number of revisions.keys()) {
    if (number > article.revision + 1) {
      problems.push(`it is at revision ${article.revision}, but revision ${number} was kept.`)
    }
  }
  const current = revisions.get(article.revision)
  if (current && hashOf(wordsOf(current)) !== hashOf(wordsOf(article))) {
    problems.push(`it differs from its kept revision ${article.revision}.`)
  }
  return problems
}

/** An export settles a slug without a new revision, so whether it still follows the headline is not compared. */
const wordsOf = ({ content }: Pick<Revision, 'content'>): unknown => ({ ...content, slug: content.slug.text })
