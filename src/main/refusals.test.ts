import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { err, type Result } from '../shared/kernel/result'
import { moveNameSchema, moves, type GuardName, type MoveName } from '../shared/workflow/moves'
import {
  publicStateSchema,
  workingStateSchema,
  type PublicState,
  type ShownState,
} from '../shared/workflow/states'
import { bodyOf, openKeys, valueOf } from './services/testing/newsroom'
import {
  approveAt,
  draftAt,
  keepAt,
  makeAt,
  openDeskNewsroom,
  type AtWindow,
  type DeskNewsroom,
  type Staff,
} from './testing/desk-newsroom'

/** Every refusal of the workflow table, at the main process's door and by its reason in words. */

let newsroom: DeskNewsroom
beforeAll(async () => {
  newsroom = await openDeskNewsroom()
}, 60_000)
afterAll(() => newsroom.close())

const shownStates: ShownState[] = [...workingStateSchema.options, 'reopened']
const publicStates: PublicState[] = publicStateSchema.options
const roles = ['editor', 'chief', 'production', 'admin'] as const

/** Asks for a move as a window would; an export, of that article alone. */
async function ask(person: AtWindow, id: string, move: MoveName): Promise<Result<unknown, { code: string }>> {
  const file = join(newsroom.folder, 'alone', `${id}.md`)
  return move === 'export'
    ? person.window.answer('publish.article', { id, form: 'md', file })
    : person.window.answer('article.move', { id, move, note: '' })
}

/** What a person is told, in one text; '' where nothing was refused. */
function toldOf(reply: Result<unknown, { code: string }>): string {
  if (reply.ok) return ''
  const { error } = reply as { error: { code: string; reasons?: string[]; reason?: string } }
  return error.reasons?.join(' ') ?? error.reason ?? error.code
}

/** From an approved article to any other working state. */
async function drive(id: string, state: ShownState, { editor, chief }: Staff): Promise<void> {
  if (state === 'approved') return
  if (state === 'on-hold' || state === 'spiked') {
    return makeAt(id, [chief, state === 'spiked' ? 'spike' : 'hold', 'For now.'])
  }
  const { article } = valueOf(await editor.window.answer('article.open', { id }))
  await keepAt(editor, id, { ...article.content, standfirst: 'Changed.' })
  if (state === 'reopened') return
  await makeAt(id, [editor, 'submit'])
  if (state === 'submitted') return
  if (state === 'draft') return makeAt(id, [editor, 'recall'])
  await makeAt(id, [chief, 'start-review'])
  if (state === 'changes-requested') await makeAt(id, [chief, 'request-changes', 'Say where.'])
}

const exportSite = async ({ production }: Staff): Promise<void> => {
  const wanted = { folder: join(newsroom.folder, 'site') }
  valueOf(await production.window.answer('publish.export', wanted))
}

/** One article in each working state for each public state. */
async function everyState(): Promise<{ id: string; state: ShownState; public: PublicState }[]> {
  const { staff } = newsroom
  const made: { id: string; state: ShownState; public: PublicState }[] = []
  const of = (...wanted: PublicState[]) => made.filter((one) => wanted.includes(one.public))
  for (const publicState of publicStates) {
    for (const state of shownStates) {
      const { article } = await draftAt(newsroom, `${publicState} ${state}`)
      await approveAt(newsroom, article.id)
      made.push({ id: article.id, state, public: publicState })
      // Not exported with the others.
      if (publicState === 'never-exported')
        await drive(article.id, state === 'approved' ? 'on-hold' : state, staff)
    }
  }
  await exportSite(staff)
  for (const { id } of of('corrected')) {
    await makeAt(id, [staff.chief, 'correct', 'It was noon.'], [staff.otherChief, 'start-review'])
    await makeAt(id, [staff.otherChief, 'approve'])
  }
  await exportSite(staff)
  for (const { id } of of('withdrawn')) await makeAt(id, [staff.chief, 'withdraw', 'It was wrong.'])
  for (const { id, state } of of('live', 'corrected', 'withdrawn')) await drive(id, state, staff)
  for (const { id } of of('never-exported').filter(({ state }) => state === 'approved')) {
    await makeAt(id, [staff.chief, 'resume'])
  }
  return made
}

describe('a move that the table does not allow', () => {
  it('is refused for every role, working state and public state, with its reason', async () => {
    const articles = await everyState()
    for (const { id, state, public: publicState } of articles) {
      const { article, state: shown } = valueOf(
        await newsroom.staff.admin.window.answer('article.open', { id }),
      )
      expect([shown, article.public.state]).toEqual([state, publicState])
      for (const name of moveNameSchema.options) {
        const move = moves[name]
        for (const role of roles) {
          const isFor = role === 'admin' || move.who.includes(role)
          const isFrom = move.from.includes(state)
          if (isFor && isFrom && move.publicFrom.includes(publicState)) continue
          const told = toldOf(await ask(newsroom.staff[role], id, name))
          const why = `${name} by ${role}, ${state}, ${publicState}`
          if (!isFor && name === 'export') expect(told, why).toMatch(/roles: |is for /)
          else if (!isFor) expect(told, why).toContain(`${move.title} is for`)
          else if (!isFrom) expect(told, why).toContain(`${move.title} is not possible while the article is`)
          else expect(told, why).toContain(`${move.title} is not possible for an article that is`)
        }
      }
      const after = valueOf(await newsroom.staff.admin.window.answer('article.open', { id }))
      expect(after.article).toEqual(article)
    }
  }, 180_000)

  it('is refused as a move where it is an export', async () => {
    const { article } = await draftAt(newsroom, 'Not this way')
    const { window } = newsroom.staff.production
    const asked = await window.answer('article.move', { id: article.id, move: 'export', note: '' })
    expect(toldOf(asked)).toContain('use Publish')
  })
})

interface Reached {
  /** Brings an article there, and asks. */
  by: (staff: Staff, id: string) => Promise<Result<unknown, { code: string }>>
  words: RegExp
}

const change = async (person: AtWindow, id: string, changes: object): Promise<void> => {
  const { article } = valueOf(await person.window.answer('article.open', { id }))
  await keepAt(person, id, { ...article.content, ...changes })
}
const later = '2099-03-29T02:30:00.000Z'
const inReview = async ({ editor, chief }: Staff, id: string): Promise<void> =>
  makeAt(id, [editor, 'submit'], [chief, 'start-review'])

/** One way to each guard that an article and its people can reach by themselves. */
/**
 * All guards but two: whose key is open has a test of its own, and no request reaches `address-unique`, because every
 * keep gives an article a slug of its own.
 */
const reached: Omit<Record<GuardName, Reached>, 'key-open' | 'address-unique'> = {
  complete: {
    by: async ({ editor }, id) => {
      await change(editor, id, { category: null })
      return ask(editor, id, 'submit')
    },
    words: /category/i,
  },
  'no-placeholder': {
    by: async ({ editor }, id) => {
      await change(editor, id, { body: bodyOf('The mayor, TK, agreed.') })
      return ask(editor, id, 'submit')
    },
    words: /A placeholder is still there: “.*TK/,
  },
  'no-blocking-comment': {
    by: async ({ editor, chief }, id) => {
      const anchor = { place: null, quote: '', before: '', after: '', gone: false }
      const thread = { id, anchor, text: 'Who says so?', mentions: [], blocking: true }
      valueOf(await chief.window.answer('thread.add', thread))
      return ask(editor, id, 'submit')
    },
    words: /blocking comment is not resolved: “Who says so\?”/,
  },
  'checks-settled': {
    by: async (staff, id) => {
      const { window } = staff.admin
      valueOf(await window.answer('settings.change', { site: {}, rules: { blockedWords: ['Voldemort'] } }))
      await change(staff.editor, id, { body: bodyOf('Voldemort was seen.') })
      await inReview(staff, id)
      return ask(staff.chief, id, 'approve')
    },
    words: /Voldemort/,
  },
  'own-submission': {
    by: async ({ editor, otherEditor }, id) => {
      await makeAt(id, [editor, 'submit'])
      return ask(otherEditor, id, 'recall')
    },
    words: /Only the person who submitted it/,
  },
  'own-draft': {
    by: ({ otherEditor }, id) => ask(otherEditor, id, 'spike'),
    words: /only drafts of their own/,
  },
  note: { by: ({ chief }, id) => ask(chief, id, 'hold'), words: /A note is needed/ },
  'correction-told': {
    by: async (staff, id) => {
      await approveAt(newsroom, id)
      await exportSite(staff)
      const correction = { wrong: 'noon', right: ' ', seriousness: 'serious' as const }
      return staff.chief.window.answer('article.move', { id, move: 'correct', note: '', correction })
    },
    words: /What is right is not said/,
  },
  'not-own-change': {
    by: async (staff, id) => {
      await inReview(staff, id)
      await change(staff.chief, id, { standfirst: 'So the desk says.' })
      return ask(staff.chief, id, 'approve')
    },
    words: /You changed this article since its last approval/,
  },
  'flags-done': {
    by: async (staff, id) => {
      valueOf(await staff.chief.window.answer('article.flag', { id, flag: 'legal', value: 'required' }))
      await inReview(staff, id)
      return ask(staff.chief, id, 'approve')
    },
    words: /is required and not done/,
  },
  'approval-wanted': {
    by: async ({ otherChief }, id) => {
      await approveAt(newsroom, id)
      return ask(otherChief, id, 'approve')
    },
    words: /approved already/,
  },
  'seal-whole': {
    by: async ({ editor, production }, id) => {
      await approveAt(newsroom, id)
      await change(editor, id, { headline: 'Another' })
      return ask(production, id, 'export')
    },
    words: /Changed since the approval: .*Headline/,
  },
  'approval-signed': {
    by: async ({ admin, production }, id) => {
      await approveAt(newsroom, id)
      const set = (categories: string[]) =>
        admin.window.answer('settings.change', {
          site: {},
          rules: { twoApprovals: { categories, flags: [] } },
        })
      valueOf(await set(['news']))
      const asked = await ask(production, id, 'export')
      valueOf(await set([]))
      return asked
    },
    words: /It takes two people to approve it, and one did/,
  },
  'embargo-passed': {
    by: async ({ editor, production, admin }, id) => {
      valueOf(
        await admin.window.answer('settings.change', { site: { timeZone: 'Europe/London' }, rules: {} }),
      )
      await change(editor, id, { embargo: later })
      await approveAt(newsroom, id)
      return ask(production, id, 'export')
    },
    words: /under embargo until 29 March 2099, 03:30 \(Europe\/London\)/,
  },
  'publish-time-reached': {
    by: async ({ editor, production }, id) => {
      await change(editor, id, { publishTime: { kind: 'at', at: later } })
      await approveAt(newsroom, id)
      return ask(production, id, 'export')
    },
    words: /publish time is still to come: 29 March 2099/,
  },
  'licence-valid': {
    by: async ({ editor, production }, id) => {
      const drawn = sharp({ create: { width: 32, height: 18, channels: 3, background: '#888' } }).png()
      const data = (await drawn.toBuffer()).toString('base64')
      const { hash } = valueOf(await editor.window.answer('media.add', { name: 'grey.png', data }))
      const words = { alt: 'A grey field', decorative: false, caption: '', credit: 'A. Person' }
      const rights = { licence: 'For a year', expires: '2020-01-01', focal: { x: 0.5, y: 0.5 } }
      await change(editor, id, { thumbnail: { media: hash, ...words, ...rights } })
      await approveAt(newsroom, id)
      return ask(production, id, 'export')
    },
    words: /The thumbnail’s licence ended on 2020-01-01/,
  },
}

describe('what holds a move back', () => {
  it.each(Object.entries(reached))('says so: %s', async (guard, { by, words }) => {
    const { article } = await draftAt(newsroom, `A case of ${guard}`)
    const reply = await by(newsroom.staff, article.id)
    expect(reply).toMatchObject(err({ code: 'move-refused' }))
    expect(toldOf(reply)).toMatch(words)
  })

  it('says so: key-open', async () => {
    const closed = await openDeskNewsroom()
    try {
      const { article } = await draftAt(closed, 'A case of key-open')
      await inReview(closed.staff, article.id)
      await closed.restart({ signing: { ...openKeys, open: async () => null } })
      const { window } = closed.staff.chief
      const reply = await window.answer('article.move', { id: article.id, move: 'approve', note: '' })
      expect(toldOf(reply)).toMatch(/Your key is not open, so your approval cannot be signed/)
    } finally {
      await closed.close()
    }
  })
})
