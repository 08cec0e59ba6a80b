import type { ArticleView } from '../../src/shared/contract'
import { createDesk, type Desk, type DeskSession } from '../../src/main/desk'
import type { Result } from '../../src/shared/kernel/result'
import { passphrase } from '../../e2e/command-line'
import { people } from '../../e2e/small-library'
import { median } from '../figures'

const rounds = 5

/** Milliseconds, as medians, that exports take where the desk stays open, as it does behind a window. */
export interface WarmFigures {
  nothing: number
  oneArticle: number
}

/** Exports again and again from one open desk: without a change, and each time after an article was edited and approved. */
export async function measureWarm(
  home: string,
  { library, site, id }: { library: string; site: string; id: string },
): Promise<WarmFigures> {
  const desk = createDesk({ home, who: 'a measurement', remembers: false })
  try {
    valueOf(await desk.openLibrary(library))
    const [editor, chief, production] = [
      await signedIn(desk, people.editor),
      await signedIn(desk, people.chief),
      await signedIn(desk, people.production),
    ]
    const exported = async (): Promise<number> =>
      valueOf(await production.answer('publish.export', { folder: site })).report.ms
    // What was looked at before is known only from now on.
    await exported()
    const nothing: number[] = []
    const oneArticle: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      nothing.push(await exported())
      await changeAndApprove(editor, chief, id, `Another one, ${round}`)
      oneArticle.push(await exported())
    }
    return { nothing: median(nothing), oneArticle: median(oneArticle) }
  } finally {
    await desk.close()
  }
}

async function signedIn(desk: Desk, name: string): Promise<DeskSession> {
  const session = desk.openSession(() => undefined)
  const state = valueOf(await session.answer('session.state', {}))
  const person = state.people.find((one) => one.name === name)
  valueOf(await session.answer('session.sign-in', { person: person?.id ?? '', passphrase }))
  return session
}

async function changeAndApprove(
  editor: DeskSession,
  chief: DeskSession,
  id: string,
  standfirst: string,
): Promise<ArticleView> {
  const { article } = valueOf(await editor.answer('article.open', { id }))
  const content = { ...article.content, standfirst }
  valueOf(await editor.answer('article.keep', { id, basedOn: article.revision, content }))
  valueOf(await editor.answer('article.move', { id, move: 'submit', note: '' }))
  valueOf(await chief.answer('article.move', { id, move: 'start-review', note: '' }))
  return valueOf(await chief.answer('article.move', { id, move: 'approve', note: '' }))
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return result.value
}
