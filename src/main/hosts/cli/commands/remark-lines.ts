import { Argument, type Command } from 'commander'
import { article, as, library, type CommandLine } from '../command-line'
import type { ClaimAction, ClaimOptions } from './claim'
import type { CommentAction, CommentOptions } from './comment'
import type { SuggestAction, SuggestOptions } from './suggest'

/** Commands for what the newsroom says about an article: comments, suggested changes, and where words come from. */
export function remarkLines({ line, does }: CommandLine): void {
  const remarkLine = (
    name: string,
    description: string,
    { actions, words }: { actions: string[]; words: string },
  ): Command =>
    line(name, description)
      .addArgument(library)
      .addArgument(article)
      .addArgument(new Argument('[action]', 'what to do').choices(actions).default('list'))
      .argument('[words...]', words)
      .option('--on <words>', 'add: on these words, which stand there once')
      .option('--field <field>', 'add: in this field, such as headline, and not in the text')
      .addOption(as())

  remarkLine('comment', 'list the comments on an article; say something, answer, resolve or reopen', {
    actions: ['list', 'add', 'answer', 'resolve', 'reopen'],
    words: 'add: what is said; answer: its number and what is said; else its number',
  })
    .option('--blocking', 'add: it holds submission and approval back until it is resolved')
    .option('--mention <people...>', 'add and answer: whom it calls on')
    .action(
      does(
        async (
          { inNewsroom },
          path: string,
          written: string,
          action: CommentAction,
          words: string[],
          options: CommentOptions,
        ) => {
          const { comment } = await import('./comment')
          return inNewsroom({ library: path, writes: action !== 'list', as: options.as }, (newsroom) =>
            comment(newsroom, written, { action, words }, options),
          )
        },
      ),
    )

  remarkLine('suggest', 'list the changes suggested for an article; suggest one, or answer them', {
    actions: ['list', 'add', 'accept', 'refuse', 'reopen', 'withdraw'],
    words: 'add: what is to be written instead, "" for nothing; else their numbers',
  })
    .option('--note <text>', 'add: why', '')
    .action(
      does(
        async (
          { inNewsroom },
          path: string,
          written: string,
          action: SuggestAction,
          words: string[],
          options: SuggestOptions,
        ) => {
          const { suggest } = await import('./suggest')
          return inNewsroom({ library: path, writes: action !== 'list', as: options.as }, (newsroom) =>
            suggest(newsroom, written, { action, words }, options),
          )
        },
      ),
    )

  remarkLine('claim', 'list what an article states and its sources; add one, or check them', {
    actions: ['list', 'add', 'check', 'uncheck', 'remove'],
    words: 'check, uncheck and remove: their numbers',
  })
    .option('--link <address>', 'add: the source is this page')
    .option('--title <title>', 'add, with --link: what the page is called')
    .option('--file <file>', 'add: the source is this file, which the library keeps')
    .option('--said <name>', 'add: somebody said it for the record')
    .option('--date <day>', 'add, with --said: on this day')
    .option('--note <text>', 'add: what is to be known of it', '')
    .action(
      does(
        async (
          { inNewsroom },
          path: string,
          written: string,
          action: ClaimAction,
          named: string[],
          options: ClaimOptions,
        ) => {
          const { claim } = await import('./claim')
          return inNewsroom({ library: path, writes: action !== 'list', as: options.as }, (newsroom) =>
            claim(newsroom, written, { action, named }, options),
          )
        },
      ),
    )
}
