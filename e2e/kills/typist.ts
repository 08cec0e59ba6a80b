import { setTimeout as pause } from 'node:timers/promises'
import { createSaving } from '../../src/renderer/features/draft/saving'
import type { Content } from '../../src/shared/article/content'
import { err, ok } from '../../src/shared/kernel/result'
import type { DeskClient } from './desk-client'

/** A key to press and how long to wait before it, in milliseconds. */
export interface Key {
  character: string
  after: number
}

/** Text that was typed: its characters, and when each was pressed (`performance.now()`). */
export interface Typed {
  text: string
  at: number[]
}

/** Opens an article as the drafting view does: unsaved text is restored. */
export async function openText(desk: DeskClient, id: string) {
  await desk.need('lock.take', { id })
  const { article, draft } = await desk.need('article.open', { id })
  return { article, draft, text: textOf(draft?.content ?? article.content) }
}

/**
 * A drafting window without a browser: presses keys at their times and saves as the window does, with the same
 * machine and the same timers, until it is stopped or out of keys.
 * @param typed what is on screen; grows with every key
 */
export async function typeOn(
  desk: DeskClient,
  { article, draft }: Awaited<ReturnType<typeof openText>>,
  keys: readonly Key[],
  typed: Typed,
  stopped: AbortSignal,
): Promise<void> {
  const { id } = article
  const content = (): Content => contentOf(article.content, typed.text)
  const saving = createSaving(
    {
      read: () => ok(content()),
      writeDraft: (basedOn, text) =>
        desk.ask('draft.write', { id, basedOn, content: text }).catch(() => err({ code: 'no-answer' })),
      async keep(basedOn, text) {
        const reply = await desk.ask('article.keep', { id, basedOn, content: text }).catch(() => null)
        if (reply === null) return err({ code: 'no-answer' })
        return reply.ok ? ok(reply.value.article.revision) : reply
      },
      show: () => undefined,
    },
    article.revision,
  )
  if (draft) saving.basedOn(draft.basedOn)
  for (const { character, after } of keys) {
    await pause(after, undefined, { signal: stopped }).catch(() => undefined)
    if (stopped.aborted) break
    typed.at.push(performance.now())
    typed.text += character
    saving.touch()
  }
  saving.stop()
}

function contentOf(content: Content, text: string): Content {
  const blocks = text.split('\n').map((line) => ({
    type: 'paragraph' as const,
    ...(line === '' ? {} : { content: [{ type: 'text' as const, text: line }] }),
  }))
  return { ...content, headline: 'Typed', body: { type: 'doc', content: blocks } }
}

const textOf = ({ body }: Content): string =>
  body.content
    .map((block) =>
      block.type === 'paragraph'
        ? (block.content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('')
        : '',
    )
    .join('\n')
