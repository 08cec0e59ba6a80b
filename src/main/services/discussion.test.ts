import { beforeEach, describe, expect, it } from 'vitest'
import type { Anchor } from '../../shared/review/anchor'
import { wholeArticle } from '../../shared/review/anchor'
import { anchorAt } from '../../shared/review/anchor-at'
import type { Article } from '../../shared/article/article'
import { readHistory } from './articles'
import {
  addThread,
  blockThread,
  changeComment,
  removeComment,
  replyInThread,
  resolveThread,
} from './discussion'
import { moveArticle } from './moving'
import { addSuggestion, answerSuggestions, reopenSuggestion, withdrawSuggestion } from './suggestions'
import {
  bodyOf,
  draftArticle,
  keep,
  openNewsroom,
  refusalOf,
  valueOf,
  type Newsroom,
} from './testing/newsroom'

const noWindow = { person: null, tell: () => undefined }

let newsroom: Newsroom
let article: Article
const id = (): string => article.id

/** The anchor of some words in a paragraph of the body. */
function on(words: string, { content } = article): Anchor {
  let at = 0
  for (const block of content.body.content) {
    const text =
      block.type === 'paragraph' ? (block.content ?? []).map((one) => ('text' in one ? one.text : '')) : []
    const found = text.join('').indexOf(words)
    if (found >= 0) {
      const from = at + 1 + found
      const anchor = anchorAt(content, { in: 'body', attribute: null, from, to: from + words.length })
      if (anchor) return anchor
    }
    at += text.join('').length + 2
  }
  throw new Error(`No “${words}” in it`)
}

const now = async (): Promise<Article> => valueOf(await newsroom.room.library.articles.find(id()))
const bodyText = ({ derived }: Article): string => derived.text

beforeEach(async () => {
  newsroom = await openNewsroom()
  const drafted = await draftArticle(newsroom)
  const { content } = drafted.article
  const body = bodyOf('The quick brown fox jumps over the lazy dog.', 'It rained all day in the valley.')
  article = (await keep(newsroom, newsroom.editor, drafted.article.id, { ...content, body })).article
})

async function comment(
  person: keyof Newsroom,
  anchor: Anchor,
  blocking = false,
  mentions: string[] = [],
): Promise<string> {
  const by = newsroom[person] as Newsroom['editor']
  const view = valueOf(
    await addThread(newsroom.room, by, { id: id(), anchor, text: 'Are you sure?', mentions, blocking }),
  )
  return view.article.review.threads.at(-1)?.id ?? ''
}
async function suggest(person: keyof Newsroom, anchor: Anchor, text: string): Promise<string> {
  const by = newsroom[person] as Newsroom['editor']
  const view = valueOf(await addSuggestion(newsroom.room, by, { id: id(), anchor, text, note: '' }))
  return view.article.review.suggestions.at(-1)?.id ?? ''
}
const answer = (person: keyof Newsroom, suggestions: string[], kind: 'accepted' | 'refused' = 'accepted') =>
  answerSuggestions(
    newsroom.room,
    newsroom[person] as Newsroom['editor'],
    { id: id(), suggestions, kind },
    noWindow,
  )

describe('comments', () => {
  it('are no change of the text: no revision, and the names of who speaks are told', async () => {
    const { room, production, chief } = newsroom
    const view = valueOf(
      await addThread(room, production, {
        id: id(),
        anchor: on('lazy dog'),
        text: 'Nice',
        mentions: [chief.id],
        blocking: false,
      }),
    )
    expect(view.article.revision).toBe(article.revision)
    expect(view.names).toMatchObject({ [production.id]: 'Pia', [chief.id]: 'Cleo' })
    const [entry] = await room.library.articles.entries()
    expect(entry).toMatchObject({ openThreads: 1, blockingThreads: 0, mentioned: [chief.id] })
  })

  it('leave rows that name them and hold none of their words', async () => {
    const { room, editor, chief } = newsroom
    const thread = await comment('chief', on('lazy dog'))
    valueOf(await replyInThread(room, editor, { id: id(), thread, text: 'Quite', mentions: [] }))
    valueOf(await resolveThread(room, editor, { id: id(), thread, resolved: true }))
    valueOf(await resolveThread(room, chief, { id: id(), thread, resolved: false }))
    const rows = valueOf(await room.library.articles.log(id()))
    expect(rows.at(-1)?.action).toBe(`open again ${thread}`)
    expect(JSON.stringify(rows)).not.toMatch(/sure|Quite/)
    const history = valueOf(await readHistory(room, chief, { id: id() }))
    expect(history.slice(-4).map(({ by, action }) => `${by} ${action}`)).toEqual([
      'Cleo commented on',
      'Edda replied to a comment on',
      'Edda resolved a comment on',
      'Cleo opened a comment again on',
    ])
  })

  it('stay on their words as those are kept, say when those are gone, and find them again', async () => {
    await comment('chief', on('lazy dog'))
    const { content } = article
    const write = async (...paragraphs: string[]): Promise<Anchor | undefined> =>
      (await keep(newsroom, newsroom.editor, id(), { ...content, body: bodyOf(...paragraphs) })).article
        .review.threads[0]?.anchor
    const rain = 'It rained all day in the valley.'
    expect(
      await write('New first.', rain, 'The quick fox jumps over the very lazy brown dog.'),
    ).toMatchObject({
      gone: false,
      quote: 'lazy brown dog',
    })
    expect(await write(rain)).toMatchObject({ gone: true, quote: 'lazy brown dog' })
    expect(await write(rain, 'Up and over the very lazy brown dog it jumps.')).toMatchObject({ gone: false })
  })

  it('find words that moved while the comment was written, and are refused where those are gone', async () => {
    const { room, editor, chief } = newsroom
    const [stale, gone] = [on('in the valley'), on('lazy dog')]
    await keep(newsroom, editor, id(), {
      ...article.content,
      body: bodyOf('Look: it rained all day in the valley.'),
    })
    const asked = { id: id(), text: 'Where?', mentions: [], blocking: false }
    const view = valueOf(await addThread(room, chief, { ...asked, anchor: stale }))
    expect(view.article.review.threads[0]?.anchor.place).toMatchObject({ from: 25, to: 38 })
    expect(refusalOf(await addThread(room, chief, { ...asked, anchor: gone }))).toContain('changed meanwhile')
  })

  it('call on people who work here only', async () => {
    const { room, chief } = newsroom
    const mentions = ['01HZZZZZZZZZZZZZZZZZZZZZZZ']
    const asked = { id: id(), anchor: wholeArticle, text: 'You?', blocking: false }
    expect(refusalOf(await addThread(room, chief, { ...asked, mentions }))).toContain('person')
  })

  it('are changed and removed by who wrote them; with the last one the conversation goes', async () => {
    const { room, editor, chief, admin } = newsroom
    const thread = await comment('chief', wholeArticle)
    const first = (await now()).review.threads[0]?.comments[0]?.id ?? ''
    const inThread = { id: id(), thread, comment: first }
    const other = { ...inThread, text: 'Not mine', mentions: [] }
    expect(refusalOf(await changeComment(room, admin, other))).toContain('only who wrote it')
    expect(refusalOf(await removeComment(room, editor, inThread))).toContain('only who wrote it')
    const view = valueOf(
      await changeComment(room, chief, { ...inThread, text: 'Sure!', mentions: [editor.id] }),
    )
    expect(view.article.review.threads[0]?.comments[0]).toMatchObject({
      text: 'Sure!',
      mentions: [editor.id],
    })
    expect(valueOf(await removeComment(room, chief, inThread)).article.review.threads).toEqual([])
    const rows = valueOf(await room.library.articles.log(id()))
    expect(rows.at(-1)?.action).toBe(`remove comment ${first}`)
    expect(refusalOf(await removeComment(room, chief, inThread))).toContain('not-found')
  })

  it('that hold back are let go by who made them or a chief, and hold submission back until then', async () => {
    const { room, editor, chief, otherChief, production } = newsroom
    const thread = await comment('chief', on('lazy dog'), true)
    const submit = () => moveArticle(room, editor, { id: id(), move: 'submit', note: '' })
    expect(refusalOf(await submit())).toMatch(/comment/i)
    const resolve = { id: id(), thread, resolved: true }
    expect(refusalOf(await resolveThread(room, editor, resolve))).toContain('holds the article back')
    expect(refusalOf(await blockThread(room, production, { id: id(), thread, blocking: false }))).toContain(
      'holds',
    )
    valueOf(await resolveThread(room, otherChief, resolve))
    expect(refusalOf(await resolveThread(room, chief, resolve))).toContain('resolved already')
    expect((await submit()).ok).toBe(true)
  })
})

describe('suggestions', () => {
  it('are accepted as a revision of who accepts, with a row that names who suggested', async () => {
    const { room, editor, chief } = newsroom
    const suggestion = await suggest('chief', on('quick brown'), 'slow red')
    const { view, left } = valueOf(await answer('editor', [suggestion]))
    expect(left).toEqual([])
    expect(bodyText(view.article)).toContain('The slow red fox')
    expect(view.article).toMatchObject({ revision: article.revision + 1, updatedBy: editor.id })
    const [kept] = valueOf(await room.library.articles.revisions(id())).rows
    expect(kept).toMatchObject({ revision: article.revision + 1, by: editor.id })
    const history = valueOf(await readHistory(room, chief, { id: id() }))
    expect(history.at(-1)).toMatchObject({ by: 'Edda', action: 'accepted a suggestion of Cleo for' })
    expect(refusalOf(await answer('editor', [suggestion]))).toContain('answered already')
  })

  it('of two people go together, also where they overlap; what contradicts says whom', async () => {
    const a = await suggest('chief', on('quick brown fox'), 'slow brown fox')
    const b = await suggest('production', on('brown fox jumps'), 'brown hen jumps')
    const clash = await suggest('production', on('quick brown'), 'red brown')
    const same = await suggest('production', on('quick'), 'slow')
    const { view, left } = valueOf(await answer('editor', [a, b, clash, same]))
    expect(bodyText(view.article)).toContain('The slow brown hen jumps over')
    expect(view.article.revision).toBe(article.revision + 1)
    const reason = 'It contradicts what was accepted (by Cleo: ‘slow brown fox’).'
    expect(left).toEqual([{ suggestion: clash, reason }])
    expect(view.article.review.suggestions).toMatchObject([
      { answer: { kind: 'accepted' } },
      { answer: { kind: 'accepted' } },
      { answer: null, against: a, text: 'red brown', anchor: { gone: true, quote: 'quick brown' } },
      { answer: { kind: 'accepted' } },
    ])
    expect(refusalOf(await answer('editor', [clash]))).toContain(reason)
  })

  it('are opened again where their words stand as they were', async () => {
    const { room, editor, production, chief } = newsroom
    const before = article.content
    const accepted = await suggest('chief', on('quick brown'), 'slow brown')
    const clash = await suggest('production', on('quick'), 'red')
    valueOf(await answer('editor', [accepted]))
    const reopen = (suggestion: string, person = editor) =>
      reopenSuggestion(room, person, { id: id(), suggestion })
    expect(refusalOf(await reopen(accepted))).toContain('Bring them back first')
    const undone = await keep(newsroom, editor, id(), before)
    expect(undone.article.review.suggestions).toMatchObject([
      { anchor: { gone: false } },
      { anchor: { gone: false } },
    ])
    expect(undone.article.review.suggestions[1]).not.toHaveProperty('against')
    expect(refusalOf(await reopen(accepted, production))).toContain('edit-refused')
    expect(valueOf(await reopen(accepted)).article.review.suggestions[0]?.answer).toBeNull()
    expect(refusalOf(await reopen(accepted))).toContain('open already')
    valueOf(await answer('editor', [clash], 'refused'))
    valueOf(await reopen(clash))
    const history = valueOf(await readHistory(room, chief, { id: id() }))
    expect(history.at(-1)).toMatchObject({ action: 'opened a suggestion again of Pia for' })
    expect((await answer('editor', [clash])).ok).toBe(true)
  })

  it('are refused without a change, and answered by who may edit only', async () => {
    const suggestion = await suggest('chief', on('quick brown'), '')
    expect(refusalOf(await answer('production', [suggestion]))).toContain('edit-refused')
    expect(refusalOf(await answer('production', [suggestion], 'refused'))).toContain('edit-refused')
    const { view } = valueOf(await answer('editor', [suggestion], 'refused'))
    expect(view.article.revision).toBe(article.revision)
    expect(view.article.review.suggestions[0]?.answer).toMatchObject({
      kind: 'refused',
      by: newsroom.editor.id,
    })
  })

  it('are not accepted while another window edits the article', async () => {
    const { room, chief } = newsroom
    const suggestion = await suggest('chief', on('quick'), 'slow')
    room.locks.take(id(), { person: chief.id, tell: () => undefined }, chief.id)
    expect(refusalOf(await answer('editor', [suggestion]))).toContain('edit-refused')
    expect((await answer('editor', [suggestion], 'refused')).ok).toBe(true)
  })

  it('are taken back by who made them or a chief, until they are answered', async () => {
    const { room, editor, production } = newsroom
    const suggestion = await suggest('production', on('quick'), 'slow')
    const wanted = { id: id(), suggestion }
    expect(refusalOf(await withdrawSuggestion(room, editor, wanted))).toContain('not-allowed')
    expect(valueOf(await withdrawSuggestion(room, production, wanted)).article.review.suggestions).toEqual([])
    expect(refusalOf(await withdrawSuggestion(room, production, wanted))).toContain('not-found')
    const other = await suggest('production', on('quick'), 'slow')
    valueOf(await answer('editor', [other], 'refused'))
    expect(refusalOf(await withdrawSuggestion(room, production, { id: id(), suggestion: other }))).toContain(
      'answered',
    )
  })

  it('change words: nothing else, and not what is there already', async () => {
    const { room, chief } = newsroom
    const asked = { id: id(), note: '' }
    expect(
      refusalOf(await addSuggestion(room, chief, { ...asked, anchor: wholeArticle, text: 'All' })),
    ).toContain('whole')
    expect(
      refusalOf(await addSuggestion(room, chief, { ...asked, anchor: on('fox'), text: 'fox' })),
    ).toContain('already')
  })
})
