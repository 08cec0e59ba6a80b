import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../../../package.json'
import type { Commands, MediaOptions, PersonOptions } from './commands'
import type { MoveOptions } from './commands/move'
import type { ExportOptions } from './commands/export'
import type { RecordOptions } from './commands/record'
import type { ScheduleOptions } from './commands/schedule'
import { finish } from './finish'
import { harmlessText } from './harmless-text'
import type { Done } from './outcome'
import type { Terminal } from './terminal'

/** What one command line asks for, once the commands are loaded. */
type Work = (commands: Commands) => Promise<Done>
type Run = (command: Command, work: Work) => Promise<void>

/**
 * The command line as scripts use it. Commands are loaded when they run: `galley --version` needs none of them.
 * @param screen the streams and environment of this run
 * @param place the folder a build writes
 */
export async function runGalley(argv: readonly string[], screen: Terminal, place: string): Promise<number> {
  const terminal: Terminal = { ...screen, say: (text) => screen.say(harmlessText(text)) }
  let exitCode = 0
  const run: Run = async (command, work) => {
    const wantsJson = command.opts<{ json?: true }>().json === true
    const { commandsFor } = await import('./commands')
    exitCode = await finish(terminal, wantsJson, await work(commandsFor(terminal, place, wantsJson)))
  }
  const program = buildProgram(run, terminal)
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    // Commander has already told what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
  return exitCode
}

function buildProgram(run: Run, terminal: Terminal): Command {
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

  const command = (name: string, description: string): Command =>
    program.command(name).description(description).option('--json', 'print one JSON document')
  const library = new Argument('<library>', 'the library’s folder')
  const as = (): Option => new Option('--as <person>', 'who does it, by name or id')

  command('init', 'make a library in an empty folder')
    .addArgument(library)
    .option('--sample', 'fill it with sample articles, people and pictures')
    .action(async (path: string, { sample }: { sample?: true }, self: Command) =>
      run(self, ({ init }) => init(path, sample === true)),
    )

  command('person', 'add, list, rename, disable or enable people, or give one a new passphrase')
    .addArgument(library)
    .addArgument(
      new Argument('<action>', 'what to do').choices([
        'add',
        'list',
        'rename',
        'disable',
        'enable',
        'passphrase',
      ]),
    )
    .argument('[name]', 'whom, by name or id; a new person’s name')
    .option('--to <name>', 'the new name, for rename')
    .addOption(
      new Option('--role <role>', 'what they do').choices(['editor', 'chief', 'production', 'admin']),
    )
    .addOption(as())
    .action(
      async (path: string, action: string, name: string | undefined, options: PersonOptions, self: Command) =>
        run(self, ({ person }) => person(path, action, name, options)),
    )

  command('site', 'tell the settings, or change some: name=…, url=…, language=…, timeZone=…')
    .addArgument(library)
    .argument('[settings...]', 'KEY=VALUE')
    .addOption(as())
    .action(async (path: string, pairs: string[], options: { as?: string }, self: Command) =>
      run(self, ({ site }) => site(path, pairs, options.as)),
    )

  command('new', 'begin an article')
    .addArgument(library)
    .addOption(as().makeOptionMandatory())
    .option('--type <type>', 'of which type; the first one when left out')
    .option('--template <name>', 'with what a template gives')
    .action(async (path: string, options: { as: string; type?: string; template?: string }, self: Command) =>
      run(self, ({ newArticle }) => newArticle(path, options)),
    )

  command(
    'import',
    'make articles of .docx, .html, .md, .txt, ninjs and WordPress files; a folder means its files',
  )
    .addArgument(library)
    .argument('<files...>', 'files or folders')
    .addOption(as().makeOptionMandatory())
    .option('--category <category>', 'where the articles are placed, whatever the files say')
    .action(
      async (path: string, files: string[], options: { as: string; category?: string }, self: Command) =>
        run(self, ({ importFiles }) => importFiles(path, files, options)),
    )

  command('list', 'list articles, newest first')
    .addArgument(library)
    .option('--state <state>', 'only these states, comma-separated')
    .option('--search <words>', 'only what holds these words')
    .option('--limit <number>', 'no more than these', readCount)
    .action(
      async (path: string, options: { state?: string; search?: string; limit?: number }, self: Command) =>
        run(self, ({ list }) => list(path, options)),
    )

  command('queue', 'list what waits for review, most urgent first')
    .addArgument(library)
    .addOption(new Option('--as <person>', 'whose queue, by name or id'))
    .action(async (path: string, { as }: { as?: string }, self: Command) =>
      run(self, ({ queue }) => queue(path, as)),
    )

  command('show', 'print one article')
    .addArgument(library)
    .argument('<article>', 'its id, the beginning of it, or its slug')
    .addOption(
      new Option('--form <form>', 'in which form')
        .choices(['json', 'html', 'text', 'md', 'ninjs'])
        .default('json'),
    )
    .option('--revision <number>', 'as it stood at this kept revision', readCount)
    .action(
      async (path: string, article: string, options: { form: string; revision?: number }, self: Command) =>
        run(self, ({ show }) => show(path, article, options)),
    )

  command('versions', 'list every kept revision of an article, newest first')
    .addArgument(library)
    .argument('<article>', 'its id, the beginning of it, or its slug')
    .action(async (path: string, article: string, _options: unknown, self: Command) =>
      run(self, ({ versions }) => versions(path, article)),
    )

  command('record', 'list what happened to an article, or without one to people and settings; or save it')
    .addArgument(library)
    .argument('[article]', 'its id, the beginning of it, or its slug')
    .option('--csv <file>', 'save it as a table for spreadsheets')
    .option('--page <file>', 'save it as a page for printing')
    .action(async (path: string, article: string | undefined, options: RecordOptions, self: Command) =>
      run(self, ({ record }) => record(path, article, options)),
    )

  command('media', 'list the pictures, add some, or replace one in every article: replace HASH FILE')
    .addArgument(library)
    .addArgument(new Argument('[action]', 'what to do').choices(['list', 'add', 'replace']).default('list'))
    .argument('[named...]', 'files to add; or a picture’s hash and the file that takes its place')
    .addOption(as())
    .option('--search <words>', 'list only what holds these words')
    .addOption(
      new Option('--words <which>', 'whose alt text, caption and credit')
        .choices(['keep', 'take'])
        .default('keep'),
    )
    .action(async (path: string, action: string, named: string[], options: MediaOptions, self: Command) =>
      run(self, ({ media }) => media(path, action, named, options)),
    )

  command('front', 'list what is pinned to the front page; pin articles to it, or unpin some')
    .addArgument(library)
    .addArgument(new Argument('[action]', 'what to do').choices(['list', 'pin', 'unpin']).default('list'))
    .argument('[articles...]', 'their ids, the beginnings of them, or their slugs')
    .option('--place <place>', 'where to: lead, secondary or a category', 'secondary')
    .option('--at <number>', 'which one it is to be there, from 1; the last when left out', readCount)
    .addOption(as())
    .action(
      async (
        path: string,
        action: 'list' | 'pin' | 'unpin',
        articles: string[],
        options: { place: string; at?: number; as?: string },
        self: Command,
      ) => run(self, ({ front }) => front(path, { action, articles, ...options }, options.as)),
    )

  command('style', 'list the rules of the house style')
    .addArgument(library)
    .action(async (path: string, _options: unknown, self: Command) => run(self, ({ style }) => style(path)))

  command('set', 'keep an article with some fields changed: headline=…, author=…, category=…')
    .addArgument(library)
    .argument('<article>', 'its id, the beginning of it, or its slug')
    .argument('<fields...>', 'FIELD=VALUE')
    .addOption(as().makeOptionMandatory())
    .action(async (path: string, article: string, pairs: string[], options: { as: string }, self: Command) =>
      run(self, ({ set }) => set(path, article, pairs, options.as)),
    )

  command('move', 'move articles through the workflow: submit, start-review, approve, …')
    .addArgument(library)
    .argument('<move>', 'the move')
    .argument('<articles...>', 'their ids')
    .addOption(as().makeOptionMandatory())
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
    .action(async (path: string, move: string, ids: string[], options: MoveOptions, self: Command) =>
      run(self, ({ move: make }) => make(path, move, ids, options)),
    )

  command('check', 'list what is checked before an approval, or say what a check came to: NAME=pass, …')
    .addArgument(library)
    .argument('<article>', 'its id, the beginning of it, or its slug')
    .argument('[results...]', 'NAME=pass, NAME=fail, NAME=waive, or NAME=open to take it back')
    .addOption(as())
    .option('--note <text>', 'why; a waiver needs it', '')
    .action(
      async (
        path: string,
        article: string,
        results: string[],
        options: { as?: string; note: string },
        self: Command,
      ) => run(self, ({ check }) => check(path, article, results, options)),
    )

  command('export', 'export what is approved')
    .addArgument(library)
    .argument('<out>', 'the folder or .zip file it goes to, or the file of a single article')
    .addOption(as().makeOptionMandatory())
    .option('--article <article>', 'only this article')
    .addOption(new Option('--form <form>', 'as what').choices(['site', 'page', 'fragment', 'md', 'ninjs']))
    .option('--zip <file>', 'pack what was exported into this file too')
    .option('--as-of <moment>', 'as if it were then: embargoes and dates follow it')
    .option('--dry-run', 'only tell what would change in the folder, and why')
    .option('--changed', 'only what changed, into a new folder or a .zip file')
    .option(
      '--since <export>',
      'changed: since this export (its folder, manifest or package); else the last one',
    )
    .action(async (path: string, out: string, options: ExportOptions, self: Command) =>
      run(self, ({ exportTo }) => exportTo(path, out, options)),
    )

  command('schedule', 'list, sign, take off or run exports by schedule: add FOLDER --daily 06:30')
    .addArgument(library)
    .addArgument(
      new Argument('[action]', 'what to do').choices(['list', 'add', 'remove', 'run']).default('list'),
    )
    .argument('[named]', 'add: the site’s folder; remove and run: the schedule, by the beginning of its id')
    .addOption(as())
    .option('--at <moment>', 'add: once, at this moment')
    .option('--every <minutes>', 'add: every so many minutes', readCount)
    .option('--daily <time>', 'add: at this time on the site’s clocks')
    .option('--days <days>', 'add, with --daily: only on these: mon,tue,wed,thu,fri,sat,sun')
    .option('--embargoes', 'add: whenever the embargo of an approved article passes')
    .action(
      async (
        path: string,
        action: string,
        named: string | undefined,
        options: ScheduleOptions,
        self: Command,
      ) => run(self, ({ schedule }) => schedule(path, action, named, options)),
    )

  command('verify', 'check every file, log and seal of a library')
    .addArgument(library)
    .action(async (path: string, _options: unknown, self: Command) => run(self, ({ verify }) => verify(path)))

  command('verify-export', 'check an exported site against its manifest')
    .argument('<out>', 'the exported folder')
    .action(async (path: string, _options: unknown, self: Command) =>
      run(self, ({ verifyExport }) => verifyExport(path)),
    )

  command('serve', 'open the desk in a browser, until stopped')
    .addArgument(library)
    .option('--port <number>', 'which port; any free one when left out', readPort)
    .option('--no-open', 'only tell the address')
    .action(async (path: string, options: { port?: number; open: boolean }, self: Command) =>
      run(self, ({ serve }) => serve(path, options)),
    )

  return program
}

function readCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 0) throw new InvalidArgumentError('It is a whole number.')
  return count
}

function readPort(text: string): number {
  const port = readCount(text)
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.')
  return port
}
