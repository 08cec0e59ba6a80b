import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { err, type Result } from '../shared/kernel/result'
import type { CorrectionForm } from '../shared/workflow/correction'
import { moveNameSchema, moves, type MoveName } from '../shared/workflow/moves'
import { valueOf } from './services/testing/newsroom'
import { draftAt, openDeskNewsroom, type AtWindow, type DeskNewsroom } from './testing/desk-newsroom'
import { everyState, refusedByTable, roles, type StandingArticle } from './testing/every-state'
import { everyHeldBack, heldBack, type HeldBackArticle } from './testing/held-back'

/** Every refusal of the workflow table, at the main process's door and by its reason in words. */

let newsroom: DeskNewsroom
let articles: StandingArticle[]
let held: HeldBackArticle[]
beforeAll(async () => {
  newsroom = await openDeskNewsroom()
  held = await everyHeldBack(newsroom)
  articles = await everyState(newsroom)
}, 120_000)
afterAll(() => newsroom.close())

type Asked = { id: string; move: MoveName; note?: string; correction?: CorrectionForm }

/** Asks for a move as a window would; an export, of that article alone. */
async function ask({ window }: AtWindow, asked: Asked): Promise<Result<unknown, { code: string }>> {
  const { id, move, note = '', correction } = asked
  const file = join(newsroom.folder, 'alone', `${id}.md`)
  return move === 'export'
    ? window.answer('publish.article', { id, form: 'md', file })
    : window.answer('article.move', { id, move, note, ...(correction && { correction }) })
}

/** What a person is told, in one text; '' where nothing was refused. */
function toldOf(reply: Result<unknown, { code: string }>): string {
  if (reply.ok) return ''
  const { error } = reply as { error: { code: string; reasons?: string[]; reason?: string } }
  return error.reasons?.join(' ') ?? error.reason ?? error.code
}

const opened = async (id: string) => valueOf(await newsroom.staff.admin.window.answer('article.open', { id }))

describe('a move that the table does not allow', () => {
  it('is refused for every role, working state and public state, with its reason', async () => {
    for (const at of articles) {
      const { article, state } = await opened(at.id)
      expect([state, article.public.state]).toEqual([at.state, at.public])
      for (const move of moveNameSchema.options) {
        for (const role of roles) {
          const words = refusedByTable(move, role, at)
          if (!words) continue
          const reply = await ask(newsroom.staff[role], { id: at.id, move })
          expect(toldOf(reply), `${move} by ${role}, ${at.state}, ${at.public}`).toMatch(words)
        }
      }
      expect((await opened(at.id)).article).toEqual(article)
    }
  }, 180_000)

  it('is refused as a move where it is an export', async () => {
    const { article } = await draftAt(newsroom, 'Not this way')
    const { window } = newsroom.staff.production
    const asked = await window.answer('article.move', { id: article.id, move: 'export', note: '' })
    expect(toldOf(asked)).toContain('use Publish')
  })
})

describe('what holds a move back', () => {
  it.each(moveNameSchema.options)('has a case of every guard: %s', (move) => {
    expect(Object.keys(heldBack[move]).toSorted()).toEqual([...moves[move].guards].toSorted())
  })

  const cases = moveNameSchema.options.flatMap((move) => moves[move].guards.map((guard) => ({ move, guard })))
  it.each(cases)('says so: $move, $guard', async (wanted) => {
    const one = held.find(({ move, guard }) => move === wanted.move && guard === wanted.guard)
    if (!one) throw new Error('No such case is arranged')
    const { article } = await opened(one.id)
    const reply = await ask(newsroom.staff[one.who], one)
    expect(reply).toMatchObject(err({ code: 'move-refused' }))
    expect(toldOf(reply)).toMatch(one.words)
    expect((await opened(one.id)).article).toEqual(article)
  })
})
