import { Argument, Option } from 'commander'
import {
  article,
  as,
  asSomebody,
  library,
  readCount,
  type AsSomebody,
  type CommandLine,
} from '../command-line'
import { readPairs } from '../pairs'
import type { MediaOptions } from './media'

/** Commands that make, list, print and change articles and their pictures. */
export function articleLines({ line, does }: CommandLine): void {
  line('new', 'begin an article')
    .addArgument(library)
    .addOption(asSomebody())
    .option('--type <type>', 'of which type; the first one when left out')
    .option('--template <name>', 'with what a template gives')
    .action(
      does(
        async (
          { inNewsroom },
          path: string,
          { as, ...wanted }: AsSomebody & { type?: string; template?: string },
        ) => {
          const { newArticle } = await import('./new-article')
          return inNewsroom({ library: path, writes: true, as }, (newsroom) => newArticle(newsroom, wanted))
        },
      ),
    )

  line(
    'import',
    'make articles of .docx, .html, .md, .txt, ninjs and WordPress files; a folder means its files',
  )
    .addArgument(library)
    .argument('<files...>', 'files or folders')
    .addOption(asSomebody())
    .option('--category <category>', 'where the articles are placed, whatever the files say')
    .action(
      does(
        async (
          { inNewsroom, terminal },
          path: string,
          files: string[],
          { as, category }: AsSomebody & { category?: string },
        ) => {
          const { importFiles } = await import('./import')
          return inNewsroom({ library: path, writes: true, as }, (newsroom) =>
            importFiles(newsroom, files, category ?? null, terminal),
          )
        },
      ),
    )

  line('list', 'list articles, newest first')
    .addArgument(library)
    .option('--state <state>', 'only these states, comma-separated')
    .option('--search <words>', 'only what holds these words')
    .option('--limit <number>', 'no more than these', readCount)
    .action(
      does(
        async (
          { inNewsroom },
          path: string,
          options: { state?: string; search?: string; limit?: number },
        ) => {
          const { list, readStates } = await import('./list')
          const states = readStates(options.state ?? '')
          if (!states.ok) return states
          return inNewsroom({ library: path, writes: false }, (newsroom) =>
            list(newsroom, { ...options, states: states.value }),
          )
        },
      ),
    )

  line('show', 'print one article')
    .addArgument(library)
    .addArgument(article)
    .addOption(
      new Option('--form <form>', 'in which form')
        .choices(['json', 'html', 'text', 'md', 'ninjs'])
        .default('json'),
    )
    .option('--revision <number>', 'as it stood at this kept revision', readCount)
    .action(
      does(
        async (
          { inNewsroom, terminal },
          path: string,
          written: string,
          options: { form: string; revision?: number },
        ) => {
          const { show } = await import('./show')
          return inNewsroom({ library: path, writes: false }, (newsroom) =>
            show(newsroom, written, options, terminal.now()),
          )
        },
      ),
    )

  line('versions', 'list every kept revision of an article, newest first')
    .addArgument(library)
    .addArgument(article)
    .action(
      does(async ({ inNewsroom }, path: string, written: string) => {
        const { versions } = await import('./versions')
        return inNewsroom({ library: path, writes: false }, (newsroom) => versions(newsroom, written))
      }),
    )

  line('set', 'keep an article with some fields changed: headline=…, author=…, category=…')
    .addArgument(library)
    .addArgument(article)
    .argument('<fields...>', 'FIELD=VALUE')
    .addOption(asSomebody())
    .action(
      does(
        async (
          { inNewsroom, terminal },
          path: string,
          written: string,
          texts: string[],
          { as }: AsSomebody,
        ) => {
          const [{ set }, { fieldNamesToSet }] = await Promise.all([
            import('./set'),
            import('../article-fields'),
          ])
          const pairs = readPairs(texts, fieldNamesToSet, 'field')
          if (!pairs.ok) return pairs
          return inNewsroom({ library: path, writes: true, as }, (newsroom) =>
            set(newsroom, written, pairs.value, terminal),
          )
        },
      ),
    )

  line('media', 'list the pictures, add some, or replace one in every article: replace HASH FILE')
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
    .action(
      does(async (here, path: string, action: string, named: string[], options: MediaOptions) => {
        const { media } = await import('./media')
        return media(here, path, action, named, options)
      }),
    )
}
