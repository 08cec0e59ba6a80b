import { Command, CommanderError } from 'commander'
import { version } from '../../../../package.json'
import type { CommandLine, Here } from './command-line'
import { articleLines } from './commands/article-lines'
import { libraryLines } from './commands/library-lines'
import { publishingLines } from './commands/publishing-lines'
import { remarkLines } from './commands/remark-lines'
import { reviewLines } from './commands/review-lines'
import { finish } from './finish'
import { harmlessText } from './harmless-text'
import type { Done } from './outcome'
import type { Terminal } from './terminal'

/** Runs one command and tells how it ended. */
type Run = (wantsJson: boolean, work: (here: Here) => Promise<Done>) => Promise<void>

/**
 * The command line as scripts use it. Commands are loaded when they run: `galley --version` needs none of them.
 * @param screen the streams and environment of this run
 * @param place the folder a build writes
 */
export async function runGalley(argv: readonly string[], screen: Terminal, place: string): Promise<number> {
  const terminal: Terminal = { ...screen, say: (text) => screen.say(harmlessText(text)) }
  let exitCode = 0
  const program = buildProgram(terminal, async (wantsJson, work) => {
    const inNewsroom: Here['inNewsroom'] = async (...asked) =>
      (await import('./open-newsroom')).inNewsroom(terminal, ...asked)
    exitCode = await finish(terminal, wantsJson, await work({ terminal, place, wantsJson, inNewsroom }))
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    // Commander has already told what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
  return exitCode
}

/** The commands as the help lists them. */
const groups: readonly [heading: string, addLines: (lines: CommandLine) => void][] = [
  ['The library:', libraryLines],
  ['Articles:', articleLines],
  ['Review:', reviewLines],
  ['Remarks:', remarkLines],
  ['Publishing:', publishingLines],
]

function buildProgram(terminal: Terminal, run: Run): Command {
  const program = new Command('galley')
    .description('The newsroom desk’s command line. A library is the folder that holds everything.')
    .version(version)
    .showHelpAfterError('Run galley --help for what there is.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
    })
    .addHelpText(
      'after',
      '\nEvery command takes --json: one JSON document on the standard output, messages on the standard error.\nExit codes: 0 done, 1 refused or failed, 2 wrong usage.\nPassphrases come from GALLEY_PASSPHRASE (a new person’s from GALLEY_NEW_PASSPHRASE), else they are asked for.',
    )
  const lines: CommandLine = {
    line: (name, description) =>
      program.command(name).description(description).option('--json', 'print one JSON document'),
    does: (work) =>
      function (this: Command, ...given) {
        const { json } = this.opts<{ json?: true }>()
        return run(json === true, (here) => work(here, ...given))
      },
  }
  for (const [heading, addLines] of groups) {
    program.commandsGroup(heading)
    addLines(lines)
  }
  return program
}
