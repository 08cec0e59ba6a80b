import { join } from 'node:path'
import { moves, type MoveName } from '../../shared/workflow/moves'
import type { Role } from '../../shared/workflow/people'
import {
  publicStateSchema,
  workingStateSchema,
  type PublicState,
  type ShownState,
} from '../../shared/workflow/states'
import { valueOf } from '../services/testing/newsroom'
import { approveAt, draftAt, keepAt, makeAt, type DeskNewsroom, type Staff } from './desk-newsroom'

/** An article that stands somewhere in the workflow. */
export interface StandingArticle {
  id: string
  state: ShownState
  public: PublicState
}

export const roles = ['editor', 'chief', 'production', 'admin'] as const satisfies Role[]

/** Arranges one article in each working state for each public state. */
export async function everyState(newsroom: DeskNewsroom): Promise<StandingArticle[]> {
  const { staff } = newsroom
  const made: StandingArticle[] = []
  const of = (...wanted: PublicState[]) => made.filter((one) => wanted.includes(one.public))
  for (const publicState of publicStateSchema.options) {
    for (const state of [...workingStateSchema.options, 'reopened'] as const) {
      const { article } = await draftAt(newsroom, `${publicState} ${state}`)
      await approveAt(newsroom, article.id)
      made.push({ id: article.id, state, public: publicState })
      // Not exported with the others.
      if (publicState === 'never-exported')
        await drive(article.id, state === 'approved' ? 'on-hold' : state, staff)
    }
  }
  await exportSite(newsroom)
  for (const { id } of of('corrected')) {
    await makeAt(id, [staff.chief, 'correct', 'It was noon.'], [staff.admin, 'start-review'])
    await makeAt(id, [staff.admin, 'approve'])
  }
  await exportSite(newsroom)
  for (const { id } of of('withdrawn')) await makeAt(id, [staff.chief, 'withdraw', 'It was wrong.'])
  for (const { id, state } of of('live', 'corrected', 'withdrawn')) await drive(id, state, staff)
  for (const { id } of of('never-exported').filter(({ state }) => state === 'approved'))
    await makeAt(id, [staff.chief, 'resume'])
  return made
}

/** From an approved article to any other working state. */
async function drive(id: string, state: ShownState, { editor, chief }: Staff): Promise<void> {
  if (state === 'approved') return
  if (state === 'on-hold' || state === 'spiked')
    return makeAt(id, [chief, state === 'spiked' ? 'spike' : 'hold', 'For now.'])
  const { article } = valueOf(await editor.window.answer('article.open', { id }))
  await keepAt(editor, id, { ...article.content, standfirst: 'Changed.' })
  if (state === 'reopened') return
  await makeAt(id, [editor, 'submit'])
  if (state === 'submitted') return
  if (state === 'draft') return makeAt(id, [editor, 'recall'])
  await makeAt(id, [chief, 'start-review'])
  if (state === 'changes-requested') await makeAt(id, [chief, 'request-changes', 'Say where.'])
}

/** Exports the site of a newsroom beside its library. */
export async function exportSite({ staff, folder }: DeskNewsroom): Promise<void> {
  valueOf(await staff.production.window.answer('publish.export', { folder: join(folder, 'site') }))
}

/** The words with which the workflow’s table alone refuses a move; null where it leaves that to the guards. */
export function refusedByTable(name: MoveName, role: Role, at: Omit<StandingArticle, 'id'>): RegExp | null {
  const move = moves[name]
  if (role !== 'admin' && !move.who.includes(role))
    return name === 'export' ? /roles: |is for / : new RegExp(`${move.title} is for`)
  if (!move.from.includes(at.state)) return new RegExp(`${move.title} is not possible while the article is`)
  return move.publicFrom.includes(at.public)
    ? null
    : new RegExp(`${move.title} is not possible for an article that is`)
}
