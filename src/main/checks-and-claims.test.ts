import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckRow } from '../shared/contract'
import { base64Of } from '../shared/kernel/base64'
import { anchorAt } from '../shared/review/anchor-at'
import { isChecked } from '../shared/review/claims'
import { bodyOf, refusalOf, valueOf } from './services/testing/newsroom'
import { draftAt, keepAt, openDeskNewsroom, type DeskNewsroom } from './testing/desk-newsroom'

/** Checks and claims at the main process's door: what it takes, what it refuses, and what stays after a restart. */

let newsroom: DeskNewsroom
let nobody: DeskNewsroom['staff']['editor']['window']
beforeAll(async () => {
  newsroom = await openDeskNewsroom()
  const { window } = newsroom.staff.admin
  const { articleTypes } = valueOf(await window.answer('settings.get', {}))
  const asked = articleTypes.map((type) => ({ ...type, checklist: ['Facts checked'] }))
  valueOf(await window.answer('settings.change', { site: {}, rules: {}, articleTypes: asked }))
  nobody = newsroom.desk.openSession(() => undefined)
})
afterAll(() => newsroom.close())

const facts = 'human:Facts checked'
const outcomeOf = (rows: readonly CheckRow[], check: string): string | undefined =>
  rows.find((one) => one.check === check)?.outcome

describe('a check at the door', () => {
  it('is set by editors and chiefs for the text as it is, and taken back', async () => {
    const { editor, chief } = newsroom.staff
    const { article } = await draftAt(newsroom, 'Checked')
    const { id } = article
    const passed = { id, check: facts, outcome: 'passed', note: '', seen: article.revision } as const
    const rows = valueOf(await editor.window.answer('checklist.set', passed))
    expect(rows.find(({ check }) => check === facts)).toMatchObject({
      ...{ outcome: 'passed', kind: 'human', holds: true },
      given: { by: 'Edda', outcome: 'passed' },
    })
    const log = valueOf(await editor.window.answer('record.read', { id }))
    expect(log.at(-1)).toMatchObject({ by: 'Edda', signature: 'valid', to: 'Passed' })

    await keepAt(editor, id, { ...article.content, standfirst: 'Something else.' })
    const after = valueOf(await chief.window.answer('checklist.list', { id }))
    expect(after.find(({ check }) => check === facts)).toMatchObject({
      ...{ outcome: 'open', holds: true, given: null },
      earlier: { by: 'Edda' },
    })
    const seen = article.revision + 1
    const waived = { id, check: facts, outcome: 'waived', note: 'The desk rang them.', seen } as const
    const isWaived = valueOf(await chief.window.answer('checklist.set', waived))
    expect(outcomeOf(isWaived, facts)).toBe('waived')
    const open = { ...waived, outcome: 'open', note: '' } as const
    const isOpen = valueOf(await chief.window.answer('checklist.set', open))
    expect(outcomeOf(isOpen, facts)).toBe('open')
  })

  it('is refused in words', async () => {
    const { editor, otherEditor, chief, production } = newsroom.staff
    const { article } = await draftAt(newsroom, 'Refused')
    const { id } = article
    const set = { id, check: facts, outcome: 'passed', note: '' } as const
    const told = async ({ window }: Pick<typeof editor, 'window'>, more: object): Promise<string> =>
      refusalOf(await window.answer('checklist.set', { ...set, ...more }))
    expect(await told({ window: nobody }, {})).toContain('not-signed-in')
    expect(await told(production, {})).toContain('editors and desk chiefs do that')
    expect(await told(editor, { outcome: 'waived', note: 'Why not.' })).toContain('a desk chief does that')
    expect(await told(chief, { outcome: 'waived', note: ' ' })).toContain('only with a reason')
    expect(await told(chief, { check: 'links' })).toContain('by itself')
    expect(await told(chief, { check: 'no such' })).toContain('no such check')
    expect(await told(chief, { outcome: 'perhaps' })).toContain('invalid-input')
    expect(await told(chief, { seen: article.revision - 1 })).toContain('look at it first')
    expect(await told(chief, { id: '01J00000000000000000000000' })).toContain('not-found')
    valueOf(await editor.window.answer('checklist.set', set))
    expect(await told(otherEditor, { outcome: 'failed' })).toContain('somebody else gave it')
  })
})

describe('a claim at the door', () => {
  const first = { in: 'body', attribute: null, from: 1, to: 17 } as const
  const data = base64Of(new TextEncoder().encode('A report.'))

  it('is added, checked, changed, removed and put back, each with a signed row', async () => {
    const { editor, chief } = newsroom.staff
    const { article } = await draftAt(newsroom, 'Claimed')
    const { id } = article
    const anchor = anchorAt(article.content, first)
    if (!anchor) throw new Error('There is no such place')
    const kept = valueOf(await editor.window.answer('source.add', { name: 'report.txt', data }))
    expect(valueOf(await chief.window.answer('source.read', { hash: kept.hash }))).toEqual({ data })

    const source = { kind: 'file', ...kept } as const
    const added = valueOf(await editor.window.answer('claim.add', { id, anchor, source, note: '' }))
    const claim = added.article.review.claims[0]?.id ?? ''
    const checked = valueOf(await chief.window.answer('claim.check', { id, claim, checked: true }))
    const [isNow] = checked.article.review.claims
    expect(isNow && isChecked(checked.article.content, isNow)).toBe(true)
    const changed = await keepAt(editor, id, { ...article.content, body: bodyOf('Once upon a time, twice.') })
    const [later] = changed.article.review.claims
    expect(later && isChecked(changed.article.content, later)).toBe(false)

    const link = { kind: 'link', address: 'https://example.org/a', title: 'A' } as const
    valueOf(await editor.window.answer('claim.change', { id, claim, source: link, note: 'Page 3.' }))
    valueOf(await editor.window.answer('claim.remove', { id, claim }))
    const back = valueOf(await editor.window.answer('claim.put-back', { id, claim }))
    expect(back.article.review.claims).toMatchObject([{ id: claim, source: link, note: 'Page 3.' }])
    const log = valueOf(await editor.window.answer('record.read', { id }))
    const rows = log.slice(-5)
    expect(rows.map(({ by, signature }) => `${by} ${signature}`)).toEqual(
      ['Edda', 'Cleo', 'Edda', 'Edda', 'Edda'].map((name) => `${name} valid`),
    )

    await newsroom.restart()
    const again = valueOf(await newsroom.staff.editor.window.answer('article.open', { id }))
    expect(again.article.review.claims).toEqual(back.article.review.claims)
    nobody = newsroom.desk.openSession(() => undefined)
  })

  it('is refused in words', async () => {
    const { editor, production } = newsroom.staff
    const { article } = await draftAt(newsroom, 'Not claimed')
    const { id } = article
    const anchor = anchorAt(article.content, first)
    const source = { kind: 'link', address: 'https://example.org/a', title: '' } as const
    const given = { id, anchor: anchor ?? expect.fail('There is no such place'), source, note: '' }
    const claim = '01J00000000000000000000000'
    const add = async ({ window }: Pick<typeof editor, 'window'>, more: object): Promise<string> =>
      refusalOf(await window.answer('claim.add', { ...given, ...more }))
    expect(await add({ window: nobody }, {})).toContain('not-signed-in')
    expect(await add(production, {})).toContain('not-allowed')
    expect(
      await add(editor, { anchor: { ...anchor, quote: 'Never written', before: '', after: '' } }),
    ).toContain('remark-refused')
    expect(await add(editor, { source: { ...source, address: 'javascript:alert(1)' } })).toContain(
      'not a web address',
    )
    expect(await add(editor, { source: { kind: 'hearsay' } })).toContain('invalid-input')
    const strangers = [
      await editor.window.answer('claim.check', { id, claim, checked: true }),
      await editor.window.answer('claim.change', { id, claim, source, note: '' }),
      await editor.window.answer('claim.remove', { id, claim }),
      await editor.window.answer('claim.put-back', { id, claim }),
    ]
    for (const reply of strangers) expect(refusalOf(reply)).toContain('not-found')
    const hash = 'f'.repeat(64)
    expect(refusalOf(await editor.window.answer('source.read', { hash }))).toContain('not-found')
    expect(refusalOf(await nobody.answer('source.read', { hash }))).toContain('not-signed-in')
    expect(refusalOf(await production.window.answer('source.add', { name: 'a', data }))).toContain(
      'not-allowed',
    )
  })
})
