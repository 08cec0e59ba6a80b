import { shallowRef, type ShallowRef } from 'vue'
import type { ReplyOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import type { Result } from '../../../shared/kernel/result'
import type { Anchor } from '../../../shared/review/anchor'
import { useGalley } from '../../backend'

/** Words for the desk, and whom they call on. */
interface Said {
  text: string
  mentions: string[]
}

/** What can be done with what is said about an article. Each gives whether the desk did it. */
export interface RemarkDeeds {
  readonly busy: ShallowRef<boolean>
  readonly failure: ShallowRef<AppError | null>
  /** Suggestions that were left as they are by the last answer, and why. */
  readonly left: ShallowRef<readonly string[]>
  comment(anchor: Anchor, said: Said, blocking: boolean): Promise<boolean>
  suggest(anchor: Anchor, text: string, note: string): Promise<boolean>
  reply(thread: string, said: Said): Promise<boolean>
  resolve(thread: string, resolved: boolean): Promise<boolean>
  block(thread: string, blocking: boolean): Promise<boolean>
  change(thread: string, comment: string, said: Said): Promise<boolean>
  remove(thread: string, comment: string): Promise<boolean>
  answer(suggestions: string[], kind: 'accepted' | 'refused'): Promise<boolean>
  reopen(suggestion: string): Promise<boolean>
  withdraw(suggestion: string): Promise<boolean>
}

interface RemarkPorts {
  id: () => string
  /** Has the text kept that anchors are taken from. */
  keepFirst?: () => Promise<unknown>
  /** Has the desk change the text that is open here, and shows what came of it. */
  changeText?: (ask: () => Promise<ReplyOf<'suggestion.answer'>>) => Promise<Result<unknown, AppError>>
}

/** Asks the desk to change what is said about an article; windows hear of it by `article.changed`. */
export function useRemarks({ id, keepFirst, changeText }: RemarkPorts): RemarkDeeds {
  const galley = useGalley()
  const busy = shallowRef(false)
  const failure = shallowRef<AppError | null>(null)
  const left = shallowRef<readonly string[]>([])

  async function ask(request: () => Promise<Result<unknown, AppError>>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    left.value = []
    try {
      const reply = await request()
      failure.value = reply.ok ? null : reply.error
      return reply.ok
    } finally {
      busy.value = false
    }
  }

  const answer = (suggestions: string[], kind: 'accepted' | 'refused'): Promise<boolean> =>
    ask(async () => {
      const request = async (): Promise<ReplyOf<'suggestion.answer'>> => {
        const reply = await galley.request('suggestion.answer', { id: id(), kind, suggestions })
        if (reply.ok) left.value = reply.value.left.map(({ reason }) => reason)
        return reply
      }
      return kind === 'accepted' && changeText ? changeText(request) : request()
    })

  return {
    ...{ busy, failure, left, answer },
    comment: (anchor, said, blocking) =>
      ask(async () => {
        await keepFirst?.()
        return galley.request('thread.add', { id: id(), anchor, ...said, blocking })
      }),
    suggest: (anchor, text, note) =>
      ask(async () => {
        await keepFirst?.()
        return galley.request('suggestion.add', { id: id(), anchor, text, note })
      }),
    reply: (thread, said) => ask(() => galley.request('thread.reply', { id: id(), thread, ...said })),
    resolve: (thread, resolved) =>
      ask(() => galley.request('thread.resolve', { id: id(), thread, resolved })),
    block: (thread, blocking) => ask(() => galley.request('thread.block', { id: id(), thread, blocking })),
    change: (thread, comment, said) =>
      ask(() => galley.request('comment.change', { id: id(), thread, comment, ...said })),
    remove: (thread, comment) => ask(() => galley.request('comment.remove', { id: id(), thread, comment })),
    reopen: (suggestion) =>
      ask(async () => {
        await keepFirst?.()
        return galley.request('suggestion.reopen', { id: id(), suggestion })
      }),
    withdraw: (suggestion) => ask(() => galley.request('suggestion.withdraw', { id: id(), suggestion })),
  }
}
