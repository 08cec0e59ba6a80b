import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { galleyJson } from './command-line'
import { people } from './small-library'

/** An article that a test needs to be there already, made by the command line while no desk is open. */
export interface ArrangedArticle {
  headline: string
  /** Paragraphs. */
  body?: readonly string[]
  /** As `galley set` takes it; an article is undated without. */
  publishTime?: string
  /** Further fields as `galley set` takes them, such as `embargo=2031-01-01`. */
  fields?: readonly string[]
}

type Move = 'submit' | 'start-review' | 'approve'
const movers: Record<Move, string> = {
  submit: people.editor,
  'start-review': people.chief,
  approve: people.chief,
}

/** A complete draft of the editor's in the small library. Gives its id. */
export async function arrangeDraft(library: string, wanted: ArrangedArticle): Promise<string> {
  const { headline, body = ['The ferry sails at noon.', 'It is back by four.'] } = wanted
  const { publishTime = 'none', fields = [] } = wanted
  const folder = await mkdtemp(join(tmpdir(), 'galley-arranged-'))
  const file = join(folder, 'article.txt')
  await writeFile(file, [headline, ...body].join('\n\n'))
  const by = ['--as', people.editor]
  const rows = await galleyJson<{ id: string }[]>(['import', library, file, '--category', 'News', ...by])
  await rm(folder, { recursive: true })
  const id = rows[0]?.id ?? ''
  await galleyJson(['set', library, id, 'author=Noor Haddad', `publishTime=${publishTime}`, ...fields, ...by])
  return id
}

/** A draft moved on, each move by whom the table asks for. Gives its id. */
async function arrangeMoved(
  library: string,
  wanted: ArrangedArticle,
  moves: readonly Move[],
): Promise<string> {
  const id = await arrangeDraft(library, wanted)
  for (const move of moves) await galleyJson(['move', library, move, id, '--as', movers[move]])
  return id
}

export const arrangeSubmitted = (library: string, wanted: ArrangedArticle): Promise<string> =>
  arrangeMoved(library, wanted, ['submit'])

export const arrangeApproved = (library: string, wanted: ArrangedArticle): Promise<string> =>
  arrangeMoved(library, wanted, ['submit', 'start-review', 'approve'])
