import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Content } from '../../shared/article/content'
import type { CorrectionForm } from '../../shared/workflow/correction'
import type { GuardName, MoveName } from '../../shared/workflow/moves'
import { bodyOf, valueOf } from '../services/testing/newsroom'
import {
  approveAt,
  draftAt,
  keepAt,
  makeAt,
  type AtWindow,
  type DeskNewsroom,
  type Staff,
} from './desk-newsroom'
import { exportSite } from './every-state'

/** A move that one guard refuses. */
export interface HeldBack {
  /** Brings a complete draft of the editor’s to where the guard refuses it. */
  arrange?: (newsroom: DeskNewsroom, id: string) => Promise<unknown>
  who: keyof Staff
  note?: string
  correction?: CorrectionForm
  words: RegExp
}

/** Such a move, and the article that stands there. */
export interface HeldBackArticle extends HeldBack {
  move: MoveName
  guard: GuardName
  id: string
}

const change = async (person: AtWindow, id: string, changes: Partial<Content>): Promise<void> => {
  const { article } = valueOf(await person.window.answer('article.open', { id }))
  await keepAt(person, id, { ...article.content, ...changes })
}
const inReview = ({ staff }: DeskNewsroom, id: string): Promise<void> =>
  makeAt(id, [staff.editor, 'submit'], [staff.chief, 'start-review'])
const changeRules = async ({ staff }: DeskNewsroom, rules: object): Promise<void> => {
  valueOf(await staff.admin.window.answer('settings.change', { site: {}, rules }))
}
async function makeLive(newsroom: DeskNewsroom, id: string): Promise<void> {
  await approveAt(newsroom, id)
  await exportSite(newsroom)
}
const later = '2099-03-29T02:30:00.000Z'

const othersDraft: HeldBack = { who: 'otherEditor', words: /only drafts of their own/ }
const withoutNote = { note: ' ', words: /A note is needed/ }

/** A way to each guard of each move. Those that open the library anew stand last. */
export const heldBack: Record<MoveName, Partial<Record<GuardName, HeldBack>>> = {
  submit: {
    complete: {
      arrange: ({ staff }, id) => change(staff.editor, id, { category: null }),
      ...{ who: 'editor', words: /category/i },
    },
    'no-placeholder': {
      arrange: ({ staff }, id) => change(staff.editor, id, { body: bodyOf('The mayor, TK, agreed.') }),
      ...{ who: 'editor', words: /A placeholder is still there: “.*TK/ },
    },
    'no-blocking-comment': {
      async arrange({ staff }, id) {
        const anchor = { place: null, quote: '', before: '', after: '', gone: false }
        const thread = { id, anchor, text: 'Who says so?', mentions: [], blocking: true }
        valueOf(await staff.chief.window.answer('thread.add', thread))
      },
      ...{ who: 'editor', words: /blocking comment is not resolved: “Who says so\?”/ },
    },
  },
  recall: {
    'own-submission': {
      arrange: ({ staff }, id) => makeAt(id, [staff.editor, 'submit']),
      ...{ who: 'otherEditor', words: /Only the person who submitted it/ },
    },
  },
  'start-review': {},
  'request-changes': { note: { arrange: inReview, who: 'chief', ...withoutNote } },
  hold: { note: { who: 'chief', ...withoutNote } },
  resume: {},
  spike: { 'own-draft': othersDraft },
  restore: {
    'own-draft': { ...othersDraft, arrange: ({ staff }, id) => makeAt(id, [staff.editor, 'spike']) },
  },
  correct: {
    'correction-told': {
      arrange: makeLive,
      ...{ who: 'chief', correction: { wrong: 'noon', right: ' ', seriousness: 'serious' } },
      words: /What is right is not said/,
    },
  },
  withdraw: { note: { arrange: makeLive, who: 'chief', ...withoutNote } },
  export: {
    'seal-whole': {
      async arrange(newsroom, id) {
        await approveAt(newsroom, id)
        await change(newsroom.staff.editor, id, { headline: 'Another' })
      },
      ...{ who: 'production', words: /Changed since the approval: .*Headline/ },
    },
    'approval-signed': {
      async arrange(newsroom, id) {
        await change(newsroom.staff.editor, id, { category: 'business' })
        await approveAt(newsroom, id)
        await changeRules(newsroom, { twoApprovals: { categories: ['business'], flags: [] } })
      },
      ...{ who: 'production', words: /It takes two people to approve it, and one did/ },
    },
    'embargo-passed': {
      async arrange(newsroom, id) {
        const { admin, editor } = newsroom.staff
        const site = { timeZone: 'Europe/London' }
        valueOf(await admin.window.answer('settings.change', { site, rules: {} }))
        await change(editor, id, { embargo: later })
        await approveAt(newsroom, id)
      },
      ...{ who: 'production', words: /under embargo until 29 March 2099, 03:30 \(Europe\/London\)/ },
    },
    'publish-time-reached': {
      async arrange(newsroom, id) {
        await change(newsroom.staff.editor, id, { publishTime: { kind: 'at', at: later } })
        await approveAt(newsroom, id)
      },
      ...{ who: 'production', words: /publish time is still to come: 29 March 2099/ },
    },
    'licence-valid': {
      async arrange(newsroom, id) {
        const { editor } = newsroom.staff
        const drawn = sharp({ create: { width: 32, height: 18, channels: 3, background: '#888' } }).png()
        const data = (await drawn.toBuffer()).toString('base64')
        const { hash } = valueOf(await editor.window.answer('media.add', { name: 'grey.png', data }))
        const words = { alt: 'A grey field', decorative: false, caption: '', credit: 'A. Person' }
        const rights = { licence: 'For a year', expires: '2020-01-01', focal: { x: 0.5, y: 0.5 } }
        await change(editor, id, { thumbnail: { media: hash, ...words, ...rights } })
        await approveAt(newsroom, id)
      },
      ...{ who: 'production', words: /The thumbnail’s licence ended on 2020-01-01/ },
    },
    'address-unique': {
      arrange: putBackBesideItsHeir,
      ...{ who: 'production', words: /“The heir of an address” already has the same address/ },
    },
  },
  approve: {
    'approval-wanted': { arrange: approveAt, who: 'otherChief', words: /approved already/ },
    'not-own-change': {
      async arrange(newsroom, id) {
        await inReview(newsroom, id)
        await change(newsroom.staff.chief, id, { standfirst: 'So the desk says.' })
      },
      ...{ who: 'chief', words: /You changed this article since its last approval/ },
    },
    'checks-settled': {
      async arrange(newsroom, id) {
        await changeRules(newsroom, { blockedWords: ['Voldemort'] })
        await change(newsroom.staff.editor, id, { body: bodyOf('Voldemort was seen.') })
        await inReview(newsroom, id)
      },
      ...{ who: 'chief', words: /Voldemort/ },
    },
    'flags-done': {
      async arrange(newsroom, id) {
        const { window } = newsroom.staff.chief
        valueOf(await window.answer('article.flag', { id, flag: 'legal', value: 'required' }))
        await inReview(newsroom, id)
      },
      ...{ who: 'chief', words: /is required and not done/ },
    },
    'key-open': {
      async arrange(newsroom, id) {
        await inReview(newsroom, id)
        await newsroom.restart((library) => spoilKeyOf(newsroom.staff.otherChief, library))
      },
      ...{ who: 'otherChief', words: /Your key is not open, so your approval cannot be signed/ },
    },
  },
}

/**
 * An approved article gives its address away, and then its folder is put back from a backup of the day before: now
 * it and the one that has its address since are approved under the same.
 */
async function putBackBesideItsHeir(newsroom: DeskNewsroom, id: string): Promise<void> {
  const { editor } = newsroom.staff
  const folderOf = (library: string): string => join(library, 'articles', id)
  const backup = join(newsroom.folder, 'backup')
  await approveAt(newsroom, id)
  const { article } = valueOf(await editor.window.answer('article.open', { id }))
  await cp(folderOf(newsroom.library), backup, { recursive: true })
  await change(editor, id, { slug: { text: 'given-away', follows: false } })

  const heir = await draftAt(newsroom, 'The heir of an address')
  await change(editor, heir.article.id, { slug: { ...article.content.slug, follows: false } })
  await approveAt(newsroom, heir.article.id)
  await newsroom.restart(async (library) => {
    await rm(folderOf(library), { recursive: true })
    await cp(backup, folderOf(library), { recursive: true })
  })
}

/** Changes the sealed half of somebody’s key, so that no passphrase opens it any more. */
async function spoilKeyOf({ id }: Pick<AtWindow, 'id'>, library: string): Promise<void> {
  const file = join(library, 'people.json')
  const people = JSON.parse(await readFile(file, 'utf8')) as unknown
  const spoilt = JSON.stringify(people, (_key, value: unknown) =>
    isPersonWith(id, value)
      ? { ...value, keys: value.keys.map((one) => ({ ...one, sealed: { ...one.sealed, data: 'AAAA' } })) }
      : value,
  )
  await writeFile(file, spoilt)
}

const isPersonWith = (id: string, value: unknown): value is { keys: { sealed: object }[] } =>
  typeof value === 'object' && value !== null && 'keys' in value && 'id' in value && value.id === id

/** Arranges every such move, each with an article of its own. */
export async function everyHeldBack(newsroom: DeskNewsroom): Promise<HeldBackArticle[]> {
  const arranged: HeldBackArticle[] = []
  for (const [move, byGuard] of Object.entries(heldBack) as [
    MoveName,
    Partial<Record<GuardName, HeldBack>>,
  ][]) {
    for (const [guard, one] of Object.entries(byGuard) as [GuardName, HeldBack][]) {
      const { article } = await draftAt(newsroom, `${move} without ${guard}`)
      await one.arrange?.(newsroom, article.id)
      arranged.push({ ...one, move, guard, id: article.id })
    }
  }
  return arranged
}
