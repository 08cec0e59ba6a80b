import { Argument, InvalidArgumentError, Option, type Command } from 'commander'
import type { Newsroom } from './newsroom'
import type { Needs } from './open-newsroom'
import type { Done } from './outcome'
import type { Terminal } from './terminal'

/** What a command has at hand while it runs. */
export interface Here {
  terminal: Terminal
  /** The folder a build writes. */
  place: string
  /** Whether the standard output takes one JSON document and nothing else. */
  wantsJson: boolean
  /** Opens a library, signs somebody in, does the work and closes it again. */
  inNewsroom(needs: Needs, work: (newsroom: Newsroom) => Promise<Done>): Promise<Done>
}

/** How a group of commands writes its lines: a file of lines stands beside the commands it is about. */
export interface CommandLine {
  /** Begins a command, which takes `--json` like every other. */
  line(name: string, description: string): Command
  /**
   * What a command does with what it was given. The file that does it is imported in here, so that a command line
   * loads no more than the one command it runs.
   */
  does<Given extends unknown[]>(
    work: (here: Here, ...given: Given) => Promise<Done>,
  ): (this: Command, ...given: Given) => Promise<void>
}

export const library = new Argument('<library>', 'the library’s folder')
export const article = new Argument('<article>', 'its id, the beginning of it, or its slug')

/** Whose name a command runs in, for those that only read without it. */
export const as = (): Option => new Option('--as <person>', 'who does it, by name or id')
/** The same for commands that always need somebody. */
export const asSomebody = (): Option => as().makeOptionMandatory()

export interface As {
  as?: string
}
export interface AsSomebody {
  as: string
}

export function readCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('It is a whole number.')
  return count
}

export function readPort(text: string): number {
  const port = readCount(text)
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.')
  return port
}
