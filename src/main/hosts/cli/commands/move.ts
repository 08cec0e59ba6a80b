import { ok, type Result } from '../../../../shared/kernel/result'
import { moveNameSchema, type MoveName } from '../../../../shared/workflow/moves'
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

/** Checked before a library is opened: a move that does not exist is wrong usage. */
export function readMove(written: string): Result<MoveName, Refusal> {
  if (written === 'export') return wrongUsage('Articles are exported with `galley export`.')
  const name = movesToMake.find((one) => one === written)
  return name ? ok(name) : wrongUsage(`There is no move “${written}”. Known: ${movesToMake.join(', ')}.`)
}

/** `galley move`: one move of several articles; those that are refused do not stop the others. */
export async function move(
  newsroom: Newsroom,
  name: MoveName,
  ids: readonly string[],
  note: string,
): Promise<Done> {
  const rows: Moved[] = []
  for (const written of ids) rows.push(await moveOne(newsroom, name, written, note))
  const refusals = rows.flatMap(({ id, refused }) => (refused === undefined ? [] : [`${id}: ${refused}`]))
  const moved = rows.filter(({ refused }) => refused === undefined)
  const text = moved
    .map(({ id, state }) => `${id}  ${state ? stateNames[state].toLowerCase() : ''}`)
    .join('\n')
  return ok({ json: rows, text, refused: refusals })
}

async function moveOne(newsroom: Newsroom, name: MoveName, written: string, note: string): Promise<Moved> {
  const id = await findArticle(newsroom, written)
  if (!id.ok) return { id: written, refused: reasonOf(id.error) }
  const moved = await newsroom.ask('article.move', { id: id.value, move: name, note })
  if (moved.ok) return { id: id.value, state: moved.value.state }
  const known = await newsroom.ask('article.open', { id: id.value })
  return {
    id: id.value,
    ...(known.ok ? { state: known.value.state } : {}),
    refused: reasonInShort(moved.error),
  }
}
