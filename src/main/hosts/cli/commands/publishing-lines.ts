import { resolve } from 'node:path'
import { Argument, Option } from 'commander'
import { as, asSomebody, library, readCount, type As, type CommandLine } from '../command-line'
import { wrongUsage } from '../outcome'
import type { ExportOptions } from './export'
import type { FrontDeed } from './front'
import type { ScheduleOptions } from './schedule'

/** Commands that bring articles to readers. */
export function publishingLines({ line, does }: CommandLine): void {
  line('front', 'list what is pinned to the front page; pin articles to it, or unpin some')
    .addArgument(library)
    .addArgument(new Argument('[action]', 'what to do').choices(['list', 'pin', 'unpin']).default('list'))
    .argument('[articles...]', 'their ids, the beginnings of them, or their slugs')
    .option('--place <place>', 'where to: lead, secondary or a category', 'secondary')
    .option('--at <number>', 'which one it is to be there, from 1; the last when left out', readCount)
    .addOption(as())
    .action(
      does(
        async (
          { inNewsroom },
          path: string,
          action: FrontDeed['action'],
          articles: string[],
          { as, ...options }: As & Pick<FrontDeed, 'place' | 'at'>,
        ) => {
          const { arrangeFront } = await import('./front')
          if (action !== 'list' && articles.length === 0)
            return wrongUsage(`Name the articles: galley front LIB ${action} ARTICLE.`)
          return inNewsroom({ library: path, writes: action !== 'list', as }, (newsroom) =>
            arrangeFront(newsroom, { action, articles, ...options }),
          )
        },
      ),
    )

  line('export', 'export what is approved')
    .addArgument(library)
    .argument('<out>', 'the folder or .zip file it goes to, or the file of a single article')
    .addOption(asSomebody())
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
    .action(
      does(async ({ inNewsroom, terminal }, path: string, out: string, options: ExportOptions) => {
        const { exportTo, readExport } = await import('./export')
        const wanted = await readExport(resolve(out), options)
        if (!wanted.ok) return wanted
        return inNewsroom({ library: path, writes: true, as: options.as }, (newsroom) =>
          exportTo(newsroom, wanted.value, terminal),
        )
      }),
    )

  line('schedule', 'list, sign, take off or run exports by schedule: add FOLDER --daily 06:30')
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
      does(
        async (here, path: string, action: string, named: string | undefined, options: ScheduleOptions) => {
          const { schedule } = await import('./schedule')
          return schedule(here, path, action, named, options)
        },
      ),
    )

  line('verify-export', 'check an exported site against its manifest')
    .argument('<out>', 'the exported folder')
    .action(
      does(async (_here, path: string) => {
        const { verifyExport } = await import('./verify')
        return verifyExport(resolve(path))
      }),
    )
}
