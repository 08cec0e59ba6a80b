import type { Content } from '../../src/shared/article/content'
import { hashOf } from '../../src/shared/kernel/hash'
import type { DeskClient } from './desk-client'

/** What the desk said it had stored of one article. */
interface ArticlePromises {
  /** Hash of the content of each revision. */
  kept: Map<number, string>
  /** The number of the newest text that was kept or drafted. */
  newestText: number
  /** What its log must tell, in this order. */
  moves: string[]
}

/** Everything the desk acknowledged, to be held against what it knows after a kill. */
export class Promises {
  readonly #articles = new Map<string, ArticlePromises>()
  saves = 0

  articles(): string[] {
    return [...this.#articles.keys()]
  }

  created(id: string, content: Content): void {
    this.saves += 1
    this.#articles.set(id, { kept: new Map([[1, hashOf(content)]]), newestText: 0, moves: [] })
  }

  kept(id: string, revision: number, content: Content): void {
    this.saves += 1
    const article = this.#of(id)
    article.kept.set(revision, hashOf(content))
    article.newestText = textNumber(content)
  }

  drafted(id: string, content: Content): void {
    this.saves += 1
    this.#of(id).newestText = textNumber(content)
  }

  moved(id: string, action: string): void {
    this.saves += 1
    this.#of(id).moves.push(action)
  }

  /** What is not there any more, a sentence each. */
  async broken(desk: DeskClient): Promise<string[]> {
    const losses: string[] = []
    for (const [id, promised] of this.#articles) losses.push(...(await lossesOf(desk, id, promised)))
    return losses
  }

  #of(id: string): ArticlePromises {
    const found = this.#articles.get(id)
    if (!found) throw new Error(`${id} was never acknowledged.`)
    return found
  }
}

/** A text that carries its number where `textNumber` finds it, long enough that a kill can meet it half written. */
export function numberedText(content: Content, number: number): Content {
  const paragraph = (line: number) => ({
    type: 'paragraph' as const,
    content: [
      { type: 'text' as const, text: `Text ${number}, line ${line}. ${'All was quiet. '.repeat(20)}` },
    ],
  })
  const lines = Array.from({ length: 5 + (number % 40) }, (_, line) => paragraph(line))
  return { ...content, headline: `Text ${number}`, body: { type: 'doc', content: lines } }
}

/** 0 for an article nobody has written in. */
export const textNumber = ({ headline }: Pick<Content, 'headline'>): number =>
  Number(headline.replace('Text ', '')) || 0

async function lossesOf(desk: DeskClient, id: string, promised: ArticlePromises): Promise<string[]> {
  const { kept, newestText } = promised
  const opened = await desk.ask('article.open', { id })
  if (!opened.ok) return [`Article ${id} cannot be opened: ${opened.error.code}.`]
  const losses: string[] = []
  const { article, draft } = opened.value
  const newest = Math.max(textNumber(article.content), draft ? textNumber(draft.content) : 0)
  if (newest < newestText) losses.push(`Article ${id} is back at text ${newest} from ${newestText}.`)

  for (const [revision, hash] of kept) {
    const found = await desk.ask('article.revision', { id, revision })
    if (!found.ok) losses.push(`Revision ${revision} of ${id} is gone: ${found.error.code}.`)
    else if (hashOf(found.value.content) !== hash)
      losses.push(`Revision ${revision} of ${id} is another text.`)
  }
  const rows = await desk.ask('article.history', { id })
  const told = rows.ok ? rows.value.map(({ action }) => action) : []
  if (!holdsInOrder(told, promised.moves)) losses.push(`The log of ${id} has lost a move.`)
  // A move that the kill kept from being acknowledged may be there: what was once shown must stay as well.
  promised.moves = told
  return losses
}

function holdsInOrder(all: readonly string[], wanted: readonly string[]): boolean {
  let found = 0
  for (const one of all) if (one === wanted[found]) found += 1
  return found === wanted.length
}
