import { describe, expect, it } from 'vitest'
import type { ArticleView } from '../../shared/contract'
import { anchorAt } from '../../shared/review/anchor-at'
import { isChecked } from '../../shared/review/claims'
import type { Source } from '../../shared/review/remarks'
import { addClaim, changeClaim, checkClaim, putClaimBack, removeClaim } from './claims'
import { addSource, readSource } from './sources'
import {
  bodyOf,
  completeContent,
  draftArticle,
  keep,
  openNewsroom,
  refusalOf,
  valueOf,
  type Newsroom,
} from './testing/newsroom'

const link: Source = { kind: 'link', address: 'https://example.org/report', title: 'The report' }
const first = { in: 'body', attribute: null, from: 1, to: 17 } as const

async function claimed(newsroom: Newsroom, source: Source = link) {
  const { room, editor } = newsroom
  const { article } = await draftArticle(newsroom)
  const anchor = anchorAt(article.content, first)
  if (!anchor) throw new Error('There is no such place')
  const added = await addClaim(room, editor, { id: article.id, anchor, source, note: ' From page 3. ' })
  return { id: article.id, added }
}
const claimOf = ({ article }: ArticleView) => {
  const [claim] = article.review.claims
  if (!claim) throw new Error('There is no claim')
  return claim
}

describe('the claim ledger', () => {
  it('holds what a passage comes from, and who compared the two', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { id, added } = await claimed(newsroom)
    const view = valueOf(added)
    const claim = claimOf(view)
    expect(claim).toMatchObject({ by: editor.id, source: link, note: 'From page 3.', checked: null })
    expect(claim.anchor.quote).toBe('Once upon a time')
    expect(view.article.revision).toBe(2)

    const given = { id, claim: claim.id }
    const checked = valueOf(await checkClaim(room, chief, { ...given, checked: true }))
    expect(claimOf(checked).checked).toMatchObject({ by: chief.id })
    expect(checked.names[chief.id]).toBe('Cleo')
    const same = valueOf(await changeClaim(room, editor, { ...given, source: link, note: 'Page 4.' }))
    expect(claimOf(same).checked).not.toBeNull()
    const other: Source = { kind: 'on-record', name: 'Ann', date: '2026-02-28' }
    expect(
      claimOf(valueOf(await changeClaim(room, editor, { ...given, source: other, note: '' }))).checked,
    ).toBeNull()

    const log = valueOf(await room.library.articles.log(id))
    expect(log.at(-1)?.action).toBe(`change source ${claim.id}`)
    expect(JSON.stringify(log)).not.toContain('example.org')
  })

  it('wants a passage compared anew once its sentence says something else, until it says the same again', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, chief } = newsroom
    const { id, added } = await claimed(newsroom)
    const given = { id, claim: claimOf(valueOf(added)).id, checked: true }
    valueOf(await checkClaim(room, chief, given))
    const whole = async (...paragraphs: string[]): Promise<boolean> => {
      const content = { ...completeContent(newsroom, 'Flood'), body: bodyOf(...paragraphs) }
      const view = await keep(newsroom, editor, id, content)
      return isChecked(view.article.content, claimOf(view))
    }
    expect(await whole('Before it.', 'Once upon a time. And then?')).toBe(true)
    expect(await whole('Before it.', 'Once upon a time, twice. And then?')).toBe(false)
    expect(await whole('Before it.', 'Once upon a time. And later?')).toBe(true)
    expect(await whole('Before it.', 'Never. Once upon a time. And later?')).toBe(true)
    expect(await whole('Before it.', 'Nothing.')).toBe(false)
    expect(refusalOf(await checkClaim(room, chief, given))).toContain('remark-refused')
  })

  it('puts back what was removed, on its words as they are by then', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    const { id, added } = await claimed(newsroom)
    const given = { id, claim: claimOf(valueOf(added)).id }
    expect(valueOf(await removeClaim(room, editor, given)).article.review.claims).toEqual([])
    const content = { ...completeContent(newsroom, 'Flood'), body: bodyOf('Before it.', 'Once upon a time.') }
    await keep(newsroom, editor, id, content)
    const back = claimOf(valueOf(await putClaimBack(room, editor, given)))
    expect(back.anchor).toMatchObject({ quote: 'Once upon a time', place: { from: 13, to: 29 }, gone: false })
    expect(refusalOf(await putClaimBack(room, editor, given))).toContain('not-found')
  })

  it('refuses what it cannot hold, and who does not keep it', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, production } = newsroom
    const script: Source = { kind: 'link', address: 'javascript:alert(1)', title: '' }
    expect(refusalOf((await claimed(newsroom, script)).added)).toContain('is not a web address')
    const file: Source = { kind: 'file', name: 'a.pdf', hash: 'a'.repeat(64), bytes: 3 }
    expect(refusalOf((await claimed(newsroom, file)).added)).toContain('not in the library')

    const { id, added } = await claimed(newsroom)
    const { anchor, id: claim } = claimOf(valueOf(added))
    const asked = { id, anchor, source: link, note: '' }
    expect(refusalOf(await addClaim(room, production, asked))).toContain('not-allowed')
    const elsewhere = { ...anchor, quote: 'Never written', before: '', after: '' }
    expect(refusalOf(await addClaim(room, editor, { ...asked, anchor: elsewhere }))).toContain(
      'remark-refused',
    )
    expect(refusalOf(await checkClaim(room, production, { id, claim, checked: true }))).toContain(
      'not-allowed',
    )
    const unknown = { id, claim: id }
    expect(refusalOf(await removeClaim(room, editor, unknown))).toContain('not-found')
    expect(refusalOf(await changeClaim(room, editor, { ...unknown, source: link, note: '' }))).toContain(
      'not-found',
    )
  })
})

describe('files of sources', () => {
  it('are kept by their hash, and within limits', async () => {
    const newsroom = await openNewsroom()
    const { room, editor, production } = newsroom
    const bytes = new TextEncoder().encode('A report.')
    const kept = valueOf(await addSource(room, editor, { name: 'report.txt', bytes }))
    expect(kept.bytes).toBe(9)
    expect(valueOf(await readSource(room, null, kept))).toEqual(bytes)
    const { added } = await claimed(newsroom, { kind: 'file', ...kept })
    expect(claimOf(valueOf(added)).source).toMatchObject({ name: 'report.txt' })

    expect(refusalOf(await addSource(room, production, { name: 'a', bytes }))).toContain('not-allowed')
    expect(refusalOf(await addSource(room, editor, { name: 'a', bytes: new Uint8Array() }))).toContain(
      'empty',
    )
    const large = new Uint8Array(25_000_001)
    expect(refusalOf(await addSource(room, editor, { name: 'a', bytes: large }))).toContain('25 MB')
    expect(refusalOf(await readSource(room, null, { hash: 'f'.repeat(64) }))).toContain('not-found')
  })
})
