import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../article/article'
import { emptyContent } from '../article/content'
import { newArticle } from '../article/new-article'
import { defaultSettings } from '../site/settings'
import { approvalsOf } from './approval'
import { decideMove, editRefusal, refusals, sealedNow, shownState } from './decide'
import type { MoveContext } from './move-context'
import { moveNameSchema, moves, type MoveName } from './moves'
import type { Person } from './people'

const { site, rules, articleTypes } = defaultSettings('Test')
const id = (tail: string): string => `01ARZ3NDEKTSV4RRFFQ69G5${tail}`
type Who = Pick<Person, 'id' | 'name' | 'role'>
const people = {
  editor: { id: id('EDT'), name: 'Eda', role: 'editor' },
  chief: { id: id('CHF'), name: 'Chidi', role: 'chief' },
  production: { id: id('PRD'), name: 'Pia', role: 'production' },
  admin: { id: id('ADM'), name: 'Ada', role: 'admin' },
} as const satisfies Record<string, Who>
const now = '2026-02-03T04:05:06.000Z'

function draft(): Article {
  const content = {
    ...emptyContent('en'),
    headline: 'A headline',
    authors: [id('AVT')],
    category: 'news',
    body: {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Words.' }] }],
    },
  }
  const by = people.editor.id
  const article = newArticle(id('ART'), content, site, by, now)
  return { ...article, review: { ...article.review, changedBy: [by] } }
}
const context = (person: Who, more: Partial<MoveContext> = {}): MoveContext => ({
  person,
  authorNames: ['Eda Byline'],
  site,
  rules,
  articleTypes,
  note: '',
  correction: null,
  now,
  asOf: now,
  addressTakenBy: null,
  path: 'news/a/index.html',
  approvals: [],
  sign: (hash) => ({ key: 'a'.repeat(64), signature: hash }),
  ...more,
})
function move(article: Article, name: MoveName, person: Who, more: Partial<MoveContext> = {}): Article {
  // Every signature holds here; who tells true ones from forged ones is tested with the services.
  const decided = decideMove(
    name,
    article,
    context(person, { approvals: approvalsOf(article.review), ...more }),
  )
  if (!decided.ok) throw new Error(decided.error.reasons.join(' '))
  return decided.value
}
const edit = (article: Article, headline: string, person: Who): Article => ({
  ...article,
  revision: article.revision + 1,
  content: { ...article.content, headline },
  review: { ...article.review, changedBy: [...new Set([...article.review.changedBy, person.id])] },
})
const approved = (article = draft()): Article =>
  move(move(move(article, 'submit', people.editor), 'start-review', people.chief), 'approve', people.chief)

describe('the way from draft to page', () => {
  it('goes through submission, review, approval and export', () => {
    const exported = move(approved(), 'export', people.production)
    expect(exported.public.state).toBe('live')
    expect(exported.public.exported?.path).toBe('news/a/index.html')
  })
  it('fills in the publish time on approval, before sealing', () => {
    const article = approved()
    expect(article.publishedAt).toBe(now)
    expect(article.derived.printedDate).toBe('3 February 2026')
    expect(shownState(article, ['Eda Byline'])).toBe('approved')
  })
  it('keeps the date readers know when a live article is approved again', () => {
    const live = move(approved(), 'export', people.production)
    const again = move(
      move(move(edit(live, 'New', people.editor), 'submit', people.editor), 'start-review', people.chief),
      'approve',
      people.chief,
      { now: '2026-03-01T00:00:00.000Z' },
    )
    expect(again.publishedAt).toBe(now)
  })
  it('voids the seal on an edit, names the field, and is whole again when the content comes back', () => {
    const changed = edit(approved(), 'Another headline', people.editor)
    expect(shownState(changed, ['Eda Byline'])).toBe('reopened')
    expect(refusals('export', changed, context(people.production))).toEqual([
      'Changed since the approval: Headline.',
    ])
    const back = edit(changed, 'A headline', people.editor)
    const approvals = approvalsOf(back.review)
    expect(refusals('export', back, context(people.production, { approvals }))).toEqual([])
  })
  it('voids the seal when an author is renamed', () => {
    expect(refusals('export', approved(), context(people.production, { authorNames: ['Other'] }))).toEqual([
      'Changed since the approval: Author.',
    ])
  })
  it('refuses an approval by somebody who changed the article', () => {
    const mine = edit(
      move(move(draft(), 'submit', people.editor), 'start-review', people.chief),
      'Better',
      people.chief,
    )
    expect(refusals('approve', mine, context(people.chief))).toHaveLength(1)
    expect(refusals('approve', mine, context({ ...people.chief, id: id('CHG') }))).toEqual([])
    expect(
      refusals(
        'approve',
        mine,
        context(people.chief, { rules: { ...rules, approverMayNotHaveEdited: false } }),
      ),
    ).toEqual([])
    const byAdmin = edit(mine, 'Best', people.admin)
    expect(refusals('approve', byAdmin, context(people.admin))).toHaveLength(1)
  })
  it('names what is missing', () => {
    const bare = { ...draft(), content: emptyContent('en') }
    expect(refusals('submit', bare, context(people.editor))).toEqual([
      'The headline is empty.',
      'No author is chosen.',
      'No category is chosen.',
      'The body is empty.',
    ])
    expect(refusals('submit', edit(draft(), 'TK headline', people.editor), context(people.editor))).toEqual([
      'A placeholder is still there: “TK headline”.',
    ])
  })
  it('refuses an export under embargo, with a taken address or an ended licence', () => {
    const article = approved()
    const embargoed = { ...article, content: { ...article.content, embargo: '2027-01-01T00:00:00.000Z' } }
    expect(refusals('export', embargoed, context(people.production)).join()).toContain('embargo')
    expect(
      refusals('export', article, context(people.production, { addressTakenBy: 'Other' })).join(),
    ).toContain('address')
  })
  it('asks for a note where one is needed and a role where one is', () => {
    const inReview = move(move(draft(), 'submit', people.editor), 'start-review', people.chief)
    expect(refusals('request-changes', inReview, context(people.chief))).toEqual(['A note is needed.'])
    expect(refusals('approve', inReview, context(people.editor))).toEqual([
      'Approve is for desk chiefs and admins; Eda is an editor.',
    ])
    expect(refusals('export', inReview, context(people.chief))).toEqual([
      'Export is for production and admins; Chidi is a desk chief.',
    ])
  })
  it('returns a held article to where it was', () => {
    const held = move(approved(), 'hold', people.chief, { note: 'Lawyers' })
    expect(held.review.state).toBe('on-hold')
    expect(shownState(move(held, 'resume', people.chief), ['Eda Byline'])).toBe('approved')
  })
  it('turns a corrected article’s next export into a correction, after a new approval', () => {
    const live = move(approved(), 'export', people.production)
    const corrected = move(live, 'correct', people.chief, { note: 'It was Tuesday.' })
    expect(refusals('export', corrected, context(people.production))).toEqual([
      'Changed since the approval: Corrections.',
    ])
    const inReview = move(corrected, 'start-review', people.chief)
    const again = move(inReview, 'approve', people.admin)
    expect(move(again, 'export', people.production).public.state).toBe('corrected')
  })
  it('lets nobody approve a correction of their own', () => {
    const live = move(approved(), 'export', people.production)
    const corrected = move(live, 'correct', people.chief, { note: 'It was Tuesday.' })
    const inReview = move(corrected, 'start-review', people.chief)
    expect(refusals('approve', inReview, context(people.chief))).toEqual([
      'You changed this article since its last approval, so somebody else has to approve it.',
    ])
  })
  it('dates a live article that had no date by the approval that first asks for one', () => {
    const undated = draft()
    undated.content.publishTime = { kind: 'none' }
    const live = move(approved(undated), 'export', people.production)
    expect(live.publishedAt).toBeNull()
    const asked = { ...live, content: { ...live.content, publishTime: { kind: 'on-approval' as const } } }
    const later = '2026-03-04T05:06:07.000Z'
    const inReview = move(asked, 'start-review', people.chief)
    const dated = move(inReview, 'approve', people.chief, { now: later })
    expect(dated.publishedAt).toBe(later)
  })
  it('lets only the right people edit in each state', () => {
    expect(editRefusal('draft', people.editor)).toBeNull()
    expect(editRefusal('submitted', people.editor)).toContain('only desk chiefs')
    expect(editRefusal('submitted', people.chief)).toBeNull()
    expect(editRefusal('on-hold', people.admin)).not.toBeNull()
    expect(editRefusal('draft', people.production)).not.toBeNull()
  })
})

describe('any sequence of moves and edits', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('move' as const),
      name: fc.constantFrom(...moveNameSchema.options),
      who: fc.constantFrom(...Object.values(people)),
      note: fc.constantFrom('', 'because'),
    }),
    fc.record({
      kind: fc.constant('edit' as const),
      headline: fc.constantFrom('A headline', 'B', 'C'),
      who: fc.constantFrom(people.editor, people.chief, people.admin),
    }),
    fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('Eda Byline', 'Eda Renamed') }),
  )
  it('exports nothing but what somebody allowed approved, word for word', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let article = draft()
        let names = ['Eda Byline']
        const approvals = new Map<string, Who>()
        const editedSince = new Set<string>([people.editor.id])
        for (const one of steps) {
          if (one.kind === 'rename') names = [one.name]
          else if (one.kind === 'edit') {
            if (
              editRefusal(shownState(article, names), one.who) !== null ||
              one.headline === article.content.headline
            )
              continue
            article = edit(article, one.headline, one.who)
            editedSince.add(one.who.id)
          } else {
            const was = article
            const decided = decideMove(
              one.name,
              article,
              context(one.who, { authorNames: names, note: one.note }),
            )
            if (!decided.ok) {
              expect(decided.error.reasons.length).toBeGreaterThan(0)
              continue
            }
            article = decided.value
            if (one.name === 'approve') {
              expect(['chief', 'admin']).toContain(one.who.role)
              expect(editedSince.has(one.who.id)).toBe(false)
              approvals.set(sealedNow(article, names).hash, one.who)
              editedSince.clear()
            }
            if (one.name === 'export') {
              expect(approvals.has(sealedNow(was, names).hash)).toBe(true)
              expect(article.public.exported?.hash).toBe(sealedNow(article, names).hash)
            }
            // The two axes never mix: a move of the working text leaves the public one alone, and the other way round.
            if (moves[one.name].to === 'stays') expect(article.review).toEqual(was.review)
            else expect(article.public).toEqual(was.public)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
