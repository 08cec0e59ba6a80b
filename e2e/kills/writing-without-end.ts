import type { InputOf } from '../../src/shared/contract'
import { Refused, type DeskClient } from './desk-client'
import { numberedText, textNumber, type Promises } from './promises'

/** How many articles are written in at once. */
const together = 3

/** Writes in several articles at once, as fast as the desk acknowledges, until the desk is gone. */
export async function writeWithoutEnd(desk: DeskClient, promises: Promises): Promise<void> {
  const known = promises.articles()
  const writers = Array.from({ length: together }, (_, place) => writeIn(desk, promises, known[place]))
  for (const ended of await Promise.allSettled(writers)) {
    // The line to a killed desk breaks; a desk that answers and refuses is a fault.
    if (ended.status === 'rejected' && ended.reason instanceof Refused) throw ended.reason
  }
}

/** Drafts and keeps one numbered text after the other, and moves the article to and fro between them. */
async function writeIn(desk: DeskClient, promises: Promises, known: string | undefined): Promise<never> {
  const id = known ?? (await createIn(desk, promises))
  const move = async (name: InputOf<'article.move'>['move'], action: string): Promise<void> => {
    await desk.need('article.move', { id, move: name, note: '' })
    promises.moved(id, action)
  }
  const { draft, ...opened } = await desk.need('article.open', { id })
  let { article } = opened
  // The kill may have come between the two moves.
  if (article.review.state === 'spiked') await move('restore', 'restored')
  let number = Math.max(textNumber(article.content), draft ? textNumber(draft.content) : 0)
  for (;;) {
    number += 1
    const typed = { id, basedOn: article.revision, content: numberedText(article.content, number) }
    await desk.need('draft.write', typed)
    promises.drafted(id, typed.content)
    if (number % 3 > 0) {
      ;({ article } = await desk.need('article.keep', typed))
      promises.kept(id, article.revision, article.content)
    }
    if (number % 5 === 0) {
      await move('spike', 'spiked')
      await move('restore', 'restored')
    }
  }
}

async function createIn(desk: DeskClient, promises: Promises): Promise<string> {
  const { article } = await desk.need('article.create', {})
  promises.created(article.id, article.content)
  return article.id
}
