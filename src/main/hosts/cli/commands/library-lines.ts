import { resolve } from 'node:path'
import { Argument, Option } from 'commander'
import { as, library, readPort, type As, type CommandLine } from '../command-line'
import { readPairs } from '../pairs'
import type { PersonOptions } from './person'

/** Commands about a library as a whole: its people, its settings, and whether it is sound. */
export function libraryLines({ line, does }: CommandLine): void {
  line('init', 'make a library in an empty folder')
    .addArgument(library)
    .option('--sample', 'fill it with sample articles, people and pictures')
    .action(
      does(async ({ terminal }, path: string, { sample }: { sample?: true }) => {
        const { init } = await import('./init')
        return init(resolve(path), sample === true, terminal)
      }),
    )

  const personActions = ['add', 'list', 'rename', 'disable', 'enable', 'passphrase']
  line('person', 'add, list, rename, disable or enable people, or give one a new passphrase')
    .addArgument(library)
    .addArgument(new Argument('<action>', 'what to do').choices(personActions))
    .argument('[name]', 'whom, by name or id; a new person’s name')
    .option('--to <name>', 'the new name, for rename')
    .addOption(
      new Option('--role <role>', 'what they do').choices(['editor', 'chief', 'production', 'admin']),
    )
    .addOption(as())
    .action(
      does(async (here, path: string, action: string, name: string | undefined, options: PersonOptions) => {
        const { person } = await import('./person')
        return person(here, path, action, name?.trim() ?? '', options)
      }),
    )

  line('site', 'tell the settings, or change some: name=…, url=…, language=…, timeZone=…')
    .addArgument(library)
    .argument('[settings...]', 'KEY=VALUE')
    .addOption(as())
    .action(
      does(async ({ inNewsroom }, path: string, texts: string[], { as }: As) => {
        const [{ site }, { siteKeys }] = await Promise.all([import('./site'), import('../site-fields')])
        const pairs = readPairs(texts, siteKeys, 'key')
        if (!pairs.ok) return pairs
        const writes = pairs.value.length > 0
        return inNewsroom({ library: path, writes, as }, (newsroom) => site(newsroom, pairs.value))
      }),
    )

  line('style', 'list the rules of the house style')
    .addArgument(library)
    .action(
      does(async ({ inNewsroom }, path: string) => {
        const { style } = await import('./style')
        return inNewsroom({ library: path, writes: false }, style)
      }),
    )

  line('verify', 'check every file, log and seal of a library')
    .addArgument(library)
    .action(
      does(async (_here, path: string) => {
        const { verify } = await import('./verify')
        return verify(resolve(path))
      }),
    )

  line('serve', 'open the desk in a browser, until stopped')
    .addArgument(library)
    .option('--port <number>', 'which port; any free one when left out', readPort)
    .option('--no-open', 'only tell the address')
    .action(
      does(async (here, path: string, options: { port?: number; open: boolean }) => {
        const { serve } = await import('./serve')
        return serve(path, options, here)
      }),
    )
}
