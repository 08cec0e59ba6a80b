import { Option } from 'commander'
import { article, as, asSomebody, library, type As, type CommandLine } from '../command-line'
import type { MoveOptions } from './move'
import type { RecordOptions } from './record'

/** Commands of the review desk: what waits, moves, checks and the record. */
export function reviewLines({ line, does }: CommandLine): void {
  line('queue', 'list what waits for review, most urgent first')
    .addArgument(library)
    .addOption(new Option('--as <person>', 'whose queue, by name or id'))
    .action(
      does(async ({ inNewsroom, terminal }, path: string, { as }: As) => {
        const { queue } = await import('./queue')
        return inNewsroom({ library: path, writes: false, as }, (newsroom) => queue(newsroom, terminal.now()))
      }),
    )

  line('move', 'move articles through the workflow: submit, start-review, approve, …')
    .addArgument(library)
    .argument('<move>', 'the move')
    .argument('<articles...>', 'their ids')
    .addOption(asSomebody())
    .option('--note <text>', 'the note that the move asks for', '')
    .option('--wrong <text>', 'correct: what was wrong')
    .option('--right <text>', 'correct: what is right')
    .addOption(
      new Option('--seriousness <how>', 'correct: how serious it was').choices([
        'clarification',
        'minor',
        'serious',
      ]),
    )
    .action(
      does(async ({ inNewsroom }, path: string, name: string, ids: string[], options: MoveOptions) => {
        const { move, readMove } = await import('./move')
        const wanted = readMove(name, options)
        if (!wanted.ok) return wanted
        return inNewsroom({ library: path, writes: true, as: options.as }, (newsroom) =>
          move(newsroom, wanted.value, ids),
        )
      }),
    )

  line('check', 'list what is checked before an approval, or say what a check came to: NAME=pass, …')
    .addArgument(library)
    .addArgument(article)
    .argument('[results...]', 'NAME=pass, NAME=fail, NAME=waive, or NAME=open to take it back')
    .addOption(as())
    .option('--note <text>', 'why; a waiver needs it', '')
    .action(
      does(
        async (
          { inNewsroom },
          path: string,
          written: string,
          results: string[],
          { as, note }: As & { note: string },
        ) => {
          const { check, readChecks } = await import('./check')
          const said = readChecks(results)
          if (!said.ok) return said
          const writes = said.value.length > 0
          return inNewsroom({ library: path, writes, as }, (newsroom) =>
            check(newsroom, written, said.value, note),
          )
        },
      ),
    )

  line('record', 'list what happened to an article, or without one to people and settings; or save it')
    .addArgument(library)
    .argument('[article]', 'its id, the beginning of it, or its slug')
    .option('--by <person>', 'only what this person did, by name')
    .option('--action <name>', 'only what was done so, such as approved')
    .option('--since <date>', 'only from this day or moment on')
    .option('--until <date>', 'only until this day, or before this moment')
    .option('--csv <file>', 'save it as a table for spreadsheets')
    .option('--page <file>', 'save it as a page for printing')
    .action(
      does(async ({ inNewsroom }, path: string, written: string | undefined, options: RecordOptions) => {
        const { record } = await import('./record')
        return inNewsroom({ library: path, writes: false }, (newsroom) => record(newsroom, written, options))
      }),
    )
}
