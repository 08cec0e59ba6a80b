import type { InputOf } from '../../../../shared/contract'
import { ok, type Result } from '../../../../shared/kernel/result'
import type { Seriousness } from '../../../../shared/workflow/correction'
import { moveNameSchema } from '../../../../shared/workflow/moves'
import { stateNames, type ShownState } from '../../../../shared/workflow/states'
import { findArticle } from '../find-article'
import type { Newsroom } from '../newsroom'
import { reasonInShort, reasonOf, wrongUsage, type Done, type Refusal } from '../outcome'

interface Moved {
  id: string
  state?: ShownState
  refused?: string
}

/** The moves that `galley move` makes; exporting has a command of its own. */
const movesToMake = moveNameSchema.options.filter((name) => name !== 'export')

export interface MoveOptions {
  as: string
  note: string
  /** Of a correction's form. */
  wrong?: string
  right?: string
  seriousness?: Seriousness
}

/** One move with what it asks for, whatever the article. */
type Wanted = Omit<InputOf<'article.move'>, 'id'>

/** Checked before a library is opened: a move that does not exist is wrong usage. */
export function readMove(written: string, { note, ...form }: MoveOptions): Result<Wanted, Refusal> {
  if (written === 'export') return wrongUsage('Articles are exported with `galley export`.')
  const move = movesToMake.find((one) => one === written)
  if (!move) return wrongUsage(`There is no move “${written}”. Known: ${movesToMake.join(', ')}.`)
  const { wrong = '', right = '', seriousness = 'minor' } = form
  const isForm = [form.wrong, form.right, form.seriousness].some((value) => value !== undefined)
  if (isForm && move !== 'correct') {
    return wrongUsage('`--wrong`, `--right` and `--seriousness` belong to `correct`.')
  }
  return ok({ move, note, ...(isForm && { correction: { wrong, right, seriousness } }) })
}

/** `galley move`: one move of several articles; those that are refused do not stop the others. */
export async function move(newsroom: Newsroom, wanted: Wanted, ids: readonly string[]): Promise<Done> {
  const rows: Moved[] = []
  for (const written of ids) rows.push(await moveOne(newsroom, wanted, written))
  const refusals = rows.flatMap(({ id, refused }) => (refused === undefined ? [] : [`${id}: ${refused}`]))
  const moved = rows.filter(({ refused }) => refused === undefined)
  const text = moved
    .map(({ id, state }) => `${id}  ${state ? stateNames[state].toLowerCase() : ''}`)
    .join('\n')
  return ok({ json: rows, text, refused: refusals })
}

async function moveOne(newsroom: Newsroom, wanted: Wanted, written: string): Promise<Moved> {
  const id = await findArticle(newsroom, written)
  if (!id.ok) return { id: written, refused: reasonOf(id.error) }
  const moved = await newsroom.ask('article.move', { ...wanted, id: id.value })
  if (moved.ok) return { id: id.value, state: moved.value.state }
  const known = await newsroom.ask('article.open', { id: id.value })
  return {
    id: id.value,
    ...(known.ok ? { state: known.value.state } : {}),
    refused: reasonInShort(moved.error),
  }
}
