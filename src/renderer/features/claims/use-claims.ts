import { shallowRef } from 'vue'
import type { Article } from '../../../shared/article/article'
import type { ReplyOf } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import type { Anchor } from '../../../shared/review/anchor'
import type { Claim, Source } from '../../../shared/review/remarks'
import { useGalley } from '../../backend'
import { useToasts } from '../../ui'

/** What can be done with the claim ledger of an article. The desk tells every window what changed. */
export function useClaims(article: () => Pick<Article, 'id'>) {
  const galley = useGalley()
  const toasts = useToasts()
  const failure = shallowRef<AppError | null>(null)
  const busy = shallowRef(false)

  async function ask<V>(
    request: Promise<{ ok: true; value: V } | { ok: false; error: AppError }>,
  ): Promise<V | null> {
    busy.value = true
    failure.value = null
    const reply = await request
    busy.value = false
    if (reply.ok) return reply.value
    failure.value = reply.error
    return null
  }

  const of = (claim: Pick<Claim, 'id'>): { id: string; claim: string } => ({
    id: article().id,
    claim: claim.id,
  })

  const add = async (anchor: Anchor, source: Source, note: string): Promise<boolean> =>
    (await ask(galley.request('claim.add', { id: article().id, anchor, source, note }))) !== null

  const change = async (claim: Claim, source: Source, note: string): Promise<boolean> =>
    (await ask(galley.request('claim.change', { ...of(claim), source, note }))) !== null

  const check = (claim: Claim, checked: boolean) =>
    ask(galley.request('claim.check', { ...of(claim), checked }))

  async function remove(claim: Claim): Promise<void> {
    const there = of(claim)
    const putBack = (): Promise<ReplyOf<'claim.put-back'>> => galley.request('claim.put-back', there)
    if ((await ask(galley.request('claim.remove', there))) === null) return
    toasts.show({ text: 'The source is removed.', undo: async () => void (await putBack()) })
  }

  /** Lets the person pick a file and keeps it; null when they changed their mind, or it was refused. */
  async function pickFile(): Promise<Extract<Source, { kind: 'file' }> | null> {
    const kinds = ['*']
    const [file] = await galley.pickFiles({ title: 'Choose the source', kinds, several: false })
    const kept = file && (await ask(galley.request('source.add', file)))
    return kept ? { kind: 'file', ...kept } : null
  }

  /** Opens a copy of a kept file. */
  async function open({ hash, name }: Extract<Source, { kind: 'file' }>): Promise<void> {
    const kept = await ask(galley.request('source.read', { hash }))
    if (kept) await galley.openFile({ name, data: kept.data })
  }

  return { failure, busy, add, change, check, remove, pickFile, open }
}
