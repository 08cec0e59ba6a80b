import type { Article } from '../../../../shared/article/article'
import type { Content } from '../../../../shared/article/content'
import { newArticle } from '../../../../shared/article/new-article'
import type { Draft as UnsavedText } from '../../../../shared/article/draft'
import type { KeepReason } from '../../../../shared/article/revision'
import type { ArticleView, Galley, OpenedArticle } from '../../../../shared/contract'
import type { AppError } from '../../../../shared/kernel/app-error'
import { canonicalJson } from '../../../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../../../shared/kernel/result'

const article = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const person = '01ARZ3NDEKTSV4RRFFQ69G5FAW'
const now = '2026-01-05T10:00:00.000Z'

interface Asked {
  basedOn: number
  content: Content
  seen?: number
  because?: KeepReason
}

/** A desk of one article and one person, in memory, for the tests of drafting. */
export class PaperDesk {
  article: Article
  draft: UnsavedText | null = null
  /** Names of the requests so far that were answered with anything but reading. */
  asked: string[] = []
  refuse: AppError | null = null
  gone = false
  /** The revision that the last move was asked of. */
  moved: number | undefined
  settleSlug: string | null = null
  /** Why the last revision was kept, where not for typing. */
  because: KeepReason | undefined

  constructor(content: Content) {
    this.article = newArticle(article, content, { readingRate: 238, timeZone: 'UTC' }, person, now)
  }

  open(): OpenedArticle {
    const differs = this.draft && canonicalJson(this.draft.content) !== canonicalJson(this.article.content)
    return { ...this.view(), draft: differs ? this.draft : null }
  }

  keepElsewhere(content: Content): void {
    this.article = { ...this.article, content, revision: this.article.revision + 1 }
  }

  writeDraft(basedOn: number, content: Content): void {
    this.draft = { article, person, basedOn, at: now, content }
  }

  readonly galley: Galley = {
    request: ((name: string, input: unknown) => this.answer(name, input)) as Galley['request'],
    on: () => () => undefined,
    pickFiles: () => Promise.resolve([]),
    saveAs: () => Promise.resolve(null),
    openFile: () => Promise.resolve(),
    showPlace: null,
    mediaUrl: (hash) => `/media/${hash}`,
  }

  private view(): ArticleView {
    const { state } = this.article.review
    return {
      ...{ article: this.article, state, changedSinceApproval: [], editRefusal: null, moves: [], names: {} },
      approval: { signature: 'none', given: [], needed: 1 },
    }
  }

  private answer(name: string, input: unknown): Promise<Result<unknown, AppError>> {
    if (this.gone) return Promise.reject(new Error('the desk is gone'))
    if (name === 'article.open') return Promise.resolve(ok(this.open()))
    this.asked.push(name)
    if (this.refuse) return Promise.resolve(err(this.refuse))
    return Promise.resolve(this.change(name, input as Asked))
  }

  private change(name: string, { basedOn, content, seen, because }: Asked) {
    if (name === 'article.keep') this.because = because
    if (name === 'draft.discard') this.draft = null
    else if (name === 'draft.write') this.writeDraft(basedOn, content)
    else if (name === 'article.keep') return this.keep(basedOn, content)
    else if (name === 'article.move') {
      this.moved = seen
      return ok(this.view())
    }
    return ok({ at: now })
  }

  private keep(basedOn: number, content: Content): Result<ArticleView, AppError> {
    const { revision } = this.article
    if (basedOn !== revision) return err({ code: 'revision-conflict', yours: basedOn, latest: revision })
    const settled = this.settleSlug ? { ...content, slug: { text: this.settleSlug, follows: true } } : content
    if (canonicalJson(settled) !== canonicalJson(this.article.content)) this.keepElsewhere(settled)
    this.draft = null
    return ok(this.view())
  }
}
