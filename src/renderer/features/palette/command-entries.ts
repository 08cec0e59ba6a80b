import fuzzysort from 'fuzzysort'
import {
  commands,
  menuNames,
  type Command,
  type CommandId,
  type MenuName,
} from '../../../shared/commands/catalogue'
import { allKeysOf } from '../../commands/use-commands'

/** A command as the palette and the shortcut sheet show it. */
export interface CommandEntry {
  id: CommandId
  title: string
  menu: MenuName
  /** Its keys in words, such as `Ctrl+K`; more than one lead to it, or none. */
  keys: string[]
  /** Why it cannot be run now, or ''. */
  refusal: string
}

/**
 * Every command of the catalogue, in its order.
 * @param refusalOf why a command would do nothing now, or ''; undefined where no part of the window answers it
 */
export function commandEntries(refusalOf: (id: CommandId) => string | undefined): CommandEntry[] {
  // Almost everything that is answered only now and then is about an open article.
  const unanswered = refusalOf('article.save') === undefined ? 'Open an article first' : 'Not possible here'
  return (Object.entries(commands) as [CommandId, Command][]).map(([id, { title, menu }]) => ({
    id,
    title,
    menu,
    keys: allKeysOf(id),
    refusal: refusalOf(id) ?? unanswered,
  }))
}

/** Entries under their menus, in the menus’ order; menus without any are left out. */
export function byMenu(entries: readonly CommandEntry[]): { name: MenuName; entries: CommandEntry[] }[] {
  return menuNames
    .map((name) => ({ name, entries: entries.filter(({ menu }) => menu === name) }))
    .filter((group) => group.entries.length > 0)
}

/**
 * Entries that bear a few letters of the query, in their order: the best first, and what cannot be run last.
 * @param recent ids of commands that were run, newest first: among equals they come first
 */
export function matchingCommands(
  entries: readonly CommandEntry[],
  query: string,
  recent: readonly CommandId[],
): CommandEntry[] {
  const found = fuzzysort.go(query, entries, {
    keys: ['title', ({ menu, title }) => `${menu} ${title}`],
    limit: 0,
  })
  const rank = new Map(recent.map((id, place) => [id, (recent.length - place) / (recent.length * 20)]))
  return found
    .map(({ obj, score }) => ({ obj, score: score + (rank.get(obj.id) ?? 0) - (obj.refusal === '' ? 0 : 2) }))
    .sort((a, b) => b.score - a.score)
    .map(({ obj }) => obj)
}

/** What the palette offers before anything is typed: what was run last, then everything else that can be run. */
export function offeredCommands(
  entries: readonly CommandEntry[],
  recent: readonly CommandId[],
): { recent: CommandEntry[]; rest: CommandEntry[] } {
  const possible = entries.filter(({ refusal }) => refusal === '')
  const known = recent.flatMap((id) => possible.find((entry) => entry.id === id) ?? [])
  return { recent: known, rest: possible.filter((entry) => !known.includes(entry)) }
}
