import { shallowRef, type ShallowRef } from 'vue'
import type { Body } from '../../../shared/article/body'
import type { Content } from '../../../shared/article/content'
import type { Draft as UnsavedText } from '../../../shared/article/draft'
import type { KeepReason } from '../../../shared/article/revision'
import type { ArticleView, Galley, OpenedArticle } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { canonicalJson } from '../../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { MoveName } from '../../../shared/workflow/moves'
import type { MoveWords } from '../review'
import { createHistory, type History } from './history'
import { createSaving, type SavingState } from './saving'
import { changedFields, joinContent, splitContent, type Fields } from './text'

/** An open article with its text as it is typed, and where that text is. */
export interface Draft {
  readonly id: string
  readonly view: ShallowRef<ArticleView>
  readonly fields: ShallowRef<Fields>
  /** The body the editor should show; a new one whenever it is to be replaced. */
  readonly body: ShallowRef<Body>
  readonly saving: ShallowRef<SavingState>
  /** Unsaved text found on opening, until it is restored or discarded. */
  readonly offer: ShallowRef<UnsavedText | null>
  /** Everything the person changed here, in its order. A revision of somebody else's, taken over, begins it anew. */
  readonly history: History
  /** Gives the draft its source of the body as JSON; until then the body is what was opened. */
  readBodyFrom(read: () => unknown): void
  change(change: Partial<Fields>): void
  /** The body was edited. Cheap: reads nothing. */
  bodyChanged(): void
  content(): Result<Content, AppError>
  flush(): Promise<SavingState>
  /**
   * Shows other content as something the person did: it will be drafted and kept, and is undone in one step.
   * @param because where it comes from: the log of the revision that it becomes says so
   */
  put(content: Content, because?: KeepReason): void
  /**
   * Shows a kept revision's content as it is kept: nothing is pending afterwards, and nothing done before can be
   * undone, which would bring back words that somebody else has since replaced.
   */
  settle(view: ArticleView): void
  /**
   * Has the desk change the text as it is kept, and shows what came of it as something the person did: undone in one
   * step. What is typed meanwhile is merged with it like with anybody’s change.
   */
  changedByDesk(
    ask: () => Promise<Result<{ view: ArticleView }, AppError>>,
  ): Promise<Result<unknown, AppError>>
  /** The pending text was typed on that revision. */
  basedOn(revision: number): void
  /** Looks again at what is kept: takes it over when nothing is pending here, else only who may do what. */
  refresh(): Promise<void>
  move(move: MoveName, words: MoveWords): Promise<Result<ArticleView, AppError>>
  stop(): void
}

export function createDraft(galley: Galley, opened: OpenedArticle): Draft {
  const { draft: unsaved, ...openedView } = opened
  const { id } = opened.article
  const start = splitContent(opened.article.content)
  const view = shallowRef<ArticleView>(openedView)
  const fields = shallowRef(start.fields)
  const body = shallowRef(start.body)
  const offer = shallowRef(unsaved)
  let readBody = (): unknown => body.value
  /** Why the next revision will be kept, where not for typing. */
  let because: KeepReason | undefined

  const content = (): Result<Content, AppError> => joinContent(fields.value, readBody())

  const machine = createSaving(
    {
      read: content,
      writeDraft: (basedOn, text) => answered(galley.request('draft.write', { id, basedOn, content: text })),
      keep: async (basedOn, text) => {
        const reason = because
        const wanted = { id, basedOn, content: text, because: reason }
        const reply = await answered(galley.request('article.keep', wanted))
        if (!reply.ok) return reply
        // A text that was put here meanwhile has a reason of its own, for the next revision.
        if (because === reason) because = undefined
        view.value = reply.value
        adoptSettled(text, reply.value.article.content)
        return ok(reply.value.article.revision)
      },
      show: (state) => (saving.value = isSame(saving.value, state) ? saving.value : state),
    },
    opened.article.revision,
  )
  const saving = shallowRef(machine.state())

  /** The desk may number a slug and stamps a read time: its words are taken where nobody changed ours meanwhile. */
  function adoptSettled(sent: Content, kept: Content): void {
    const now = fields.value
    const adopted: Partial<Fields> = {}
    if (now.slug === sent.slug || canonicalJson(now.slug) === canonicalJson(sent.slug))
      adopted.slug = kept.slug
    if (canonicalJson(now.readTime) === canonicalJson(sent.readTime)) adopted.readTime = kept.readTime
    fields.value = { ...now, ...adopted }
  }

  const history = createHistory({
    showFields(earlier) {
      fields.value = withoutAbsent({ ...fields.value, ...earlier })
      machine.touch()
    },
    place: () => document.activeElement,
    now: Date.now,
  })

  function show(text: Content): void {
    const parts = splitContent(text)
    fields.value = parts.fields
    body.value = parts.body
  }

  function settle(newView: ArticleView): void {
    view.value = newView
    show(newView.article.content)
    history.forget()
    machine.settle(newView.article.revision)
  }

  let isAsking = false
  const changedByDesk: Draft['changedByDesk'] = async (ask) => {
    const { status, problem } = await machine.flush()
    if (status !== 'Saved')
      return err(problem ?? { code: 'edit-refused', reason: 'its text is not kept yet.' })
    isAsking = true
    try {
      const reply = await answered(ask())
      if (reply.ok && machine.state().status === 'Saved') {
        view.value = reply.value.view
        machine.settle(reply.value.view.article.revision)
        put(reply.value.view.article.content)
      }
      return reply
    } finally {
      isAsking = false
    }
  }

  async function refresh(): Promise<void> {
    // What the desk was asked to change is shown with its answer, so that it can be undone.
    if (isAsking) return
    const reply = await answered(galley.request('article.open', { id }))
    if (!reply.ok) return
    const { draft: _ours, ...newView } = reply.value
    const { revision, status } = machine.state()
    if (newView.article.revision === revision) view.value = newView
    else if (newView.article.revision > revision && status === 'Saved' && offer.value === null)
      settle(newView)
  }

  const put: Draft['put'] = (text, reason) => {
    because = reason
    const before = fields.value
    history.asOne(() => {
      show(text)
      history.noteFields(before, fields.value, {})
    })
    machine.touch()
  }

  const move: Draft['move'] = async (name, words) => {
    const { status, problem, revision: seen } = await machine.flush()
    if (status !== 'Saved')
      return err(problem ?? { code: 'edit-refused', reason: 'its text is not kept yet.' })
    const reply = await answered(galley.request('article.move', { ...words, id, move: name, seen }))
    if (reply.ok) view.value = reply.value
    return reply
  }

  return {
    id,
    view,
    fields,
    body,
    saving,
    offer,
    history,
    content,
    settle,
    refresh,
    move,
    readBodyFrom: (read) => void (readBody = read),
    change(change) {
      const before = fields.value
      fields.value = changedFields(before, change, view.value.article.public.exported !== null)
      history.noteFields(before, fields.value, change)
      machine.touch()
    },
    bodyChanged: () => machine.touch(),
    put,
    changedByDesk,
    basedOn: (revision) => machine.basedOn(revision),
    flush: () => machine.flush(),
    stop: () => machine.stop(),
  }
}

/** Fields of which one is not there, rather than there with nothing in it. */
const withoutAbsent = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields

/** With every key the text is on its way again, which is nothing new to be shown. */
const isSame = (before: SavingState, now: SavingState): boolean =>
  (Object.keys(now) as (keyof SavingState)[]).every((part) => before[part] === now[part])

/** A desk that went away answers with an error like any other, so that the text is never thought saved. */
export async function answered<T, E extends AppError>(
  reply: Promise<Result<T, E>>,
): Promise<Result<T, AppError>> {
  try {
    return await reply
  } catch {
    return err({ code: 'no-answer' })
  }
}
