import { resolve } from 'node:path'
import { ok } from '../../../shared/kernel/result'
import type { Role } from '../../../shared/workflow/people'
import type { ExportOptions } from './commands/export'
import type { FrontDeed } from './commands/front'
import type { MoveOptions } from './commands/move'
import type { RecordOptions } from './commands/record'
import type { ScheduleOptions } from './commands/schedule'
import { inNewsroom, type Needs } from './open-newsroom'
import { wrongUsage, type Done } from './outcome'
import { readPairs } from './pairs'
import type { Terminal } from './terminal'

export interface PersonOptions {
  role?: Role
  /** The new name, for `rename`. */
  to?: string
  as?: string
}

export interface MediaOptions {
  search?: string
  words: 'keep' | 'take'
  as?: string
}

/** Every command, by what it takes. Each loads its own part of the program when it runs. */
export interface Commands {
  init(path: string, sample: boolean): Promise<Done>
  person(path: string, action: string, name: string | undefined, options: PersonOptions): Promise<Done>
  site(path: string, pairs: readonly string[], as: string | undefined): Promise<Done>
  newArticle(path: string, options: { as: string; type?: string; template?: string }): Promise<Done>
  importFiles(
    path: string,
    files: readonly string[],
    options: { as: string; category?: string },
  ): Promise<Done>
  queue(path: string, as: string | undefined): Promise<Done>
  list(path: string, options: { state?: string; search?: string; limit?: number }): Promise<Done>
  show(path: string, article: string, options: { form: string; revision?: number }): Promise<Done>
  record(path: string, article: string | undefined, options: RecordOptions): Promise<Done>
  versions(path: string, article: string): Promise<Done>
  media(path: string, action: string, named: readonly string[], options: MediaOptions): Promise<Done>
  style(path: string): Promise<Done>
  front(path: string, deed: FrontDeed, as: string | undefined): Promise<Done>
  set(path: string, article: string, pairs: readonly string[], as: string): Promise<Done>
  move(path: string, name: string, ids: readonly string[], options: MoveOptions): Promise<Done>
  check(
    path: string,
    article: string,
    results: readonly string[],
    options: { as?: string; note: string },
  ): Promise<Done>
  exportTo(path: string, out: string, options: ExportOptions): Promise<Done>
  schedule(path: string, action: string, named: string | undefined, options: ScheduleOptions): Promise<Done>
  verify(path: string): Promise<Done>
  verifyExport(out: string): Promise<Done>
  serve(path: string, options: { port?: number; open: boolean }): Promise<Done>
}

/**
 * @param place the folder a build writes
 * @param wantsJson whether the standard output takes one JSON document and nothing else
 */
export function commandsFor(terminal: Terminal, place: string, wantsJson: boolean): Commands {
  return {
    async init(path, sample) {
      const { init } = await import('./commands/init')
      return init(resolve(path), sample, terminal)
    },
    async person(path, action, name, { role, to, as }) {
      const { addPerson, changePerson, listPeople, setPassphrase } = await import('./commands/person')
      if (action === 'list') return inNewsroom(terminal, { library: path, writes: false }, listPeople)
      if (!name?.trim()) return wrongUsage('Name the person: galley person LIB add NAME --role ROLE.')
      const called = name.trim()
      const change = {
        disable: { disabled: true },
        enable: { disabled: false },
        rename: { name: to?.trim() },
      }
      if (action !== 'add') {
        if (action === 'rename' && !to?.trim()) return wrongUsage('Give the new name: --to NAME.')
        return inNewsroom(terminal, { library: path, writes: true, as }, (newsroom) =>
          action === 'passphrase'
            ? setPassphrase(newsroom, called, terminal)
            : changePerson(newsroom, called, change[action as keyof typeof change]),
        )
      }
      if (!role) return wrongUsage('Say what they do: --role editor, chief, production or admin.')
      return inNewsroom(terminal, { library: path, writes: true, as }, (newsroom) =>
        addPerson(newsroom, called, role, terminal),
      )
    },
    async site(path, texts, as) {
      const [{ site }, { siteKeys }] = await Promise.all([import('./commands/site'), import('./site-fields')])
      const pairs = readPairs(texts, siteKeys, 'key')
      if (!pairs.ok) return pairs
      const writes = pairs.value.length > 0
      return inNewsroom(terminal, { library: path, writes, as }, (newsroom) => site(newsroom, pairs.value))
    },
    async newArticle(path, { as, ...wanted }) {
      const { newArticle } = await import('./commands/new-article')
      return inNewsroom(terminal, { library: path, writes: true, as }, (newsroom) =>
        newArticle(newsroom, wanted),
      )
    },
    async importFiles(path, files, { as, category }) {
      const { importFiles } = await import('./commands/import')
      return inNewsroom(terminal, { library: path, writes: true, as }, (newsroom) =>
        importFiles(newsroom, files, category ?? null, terminal),
      )
    },
    async queue(path, as) {
      const { queue } = await import('./commands/queue')
      return inNewsroom(terminal, { library: path, writes: false, as }, (newsroom) =>
        queue(newsroom, terminal.now()),
      )
    },
    async list(path, options) {
      const { list, readStates } = await import('./commands/list')
      const states = readStates(options.state ?? '')
      if (!states.ok) return states
      return inNewsroom(terminal, { library: path, writes: false }, (newsroom) =>
        list(newsroom, { ...options, states: states.value }),
      )
    },
    async show(path, article, options) {
      const { show } = await import('./commands/show')
      return inNewsroom(terminal, { library: path, writes: false }, (newsroom) =>
        show(newsroom, article, options, terminal.now()),
      )
    },
    async versions(path, article) {
      const { versions } = await import('./commands/versions')
      return inNewsroom(terminal, { library: path, writes: false }, (newsroom) => versions(newsroom, article))
    },
    async record(path, article, options) {
      const { record } = await import('./commands/record')
      return inNewsroom(terminal, { library: path, writes: false }, (newsroom) =>
        record(newsroom, article, options),
      )
    },
    async media(path, action, named, { search = '', words, as }) {
      const { addPictures, listPictures, replacePicture } = await import('./commands/media')
      if (action === 'list')
        return inNewsroom(terminal, { library: path, writes: false }, (newsroom) =>
          listPictures(newsroom, search),
        )
      const [first, second] = named
      if (first === undefined) return wrongUsage(`Name the files: galley media LIB ${action} … --as PERSON.`)
      if (action === 'add')
        return inNewsroom(terminal, { library: path, writes: true, as }, (newsroom) =>
          addPictures(newsroom, named),
        )
      if (second === undefined)
        return wrongUsage('Name both: galley media LIB replace HASH FILE --as PERSON.')
      return inNewsroom(terminal, { library: path, writes: true, as }, (newsroom) =>
        replacePicture(newsroom, first, second, words),
      )
    },
    async front(path, deed, as) {
      const { arrangeFront } = await import('./commands/front')
      if (deed.action !== 'list' && deed.articles.length === 0)
        return wrongUsage(`Name the articles: galley front LIB ${deed.action} ARTICLE.`)
      return inNewsroom(terminal, { library: path, writes: deed.action !== 'list', as }, (newsroom) =>
        arrangeFront(newsroom, deed),
      )
    },
    async style(path) {
      const { style } = await import('./commands/style')
      return inNewsroom(terminal, { library: path, writes: false }, style)
    },
    async set(path, article, texts, as) {
      const [{ set }, { fieldNamesToSet }] = await Promise.all([
        import('./commands/set'),
        import('./article-fields'),
      ])
      const pairs = readPairs(texts, fieldNamesToSet, 'field')
      if (!pairs.ok) return pairs
      return inNewsroom(terminal, { library: path, writes: true, as }, (newsroom) =>
        set(newsroom, article, pairs.value, terminal),
      )
    },
    async move(path, written, ids, options) {
      const { move, readMove } = await import('./commands/move')
      const wanted = readMove(written, options)
      if (!wanted.ok) return wanted
      return inNewsroom(terminal, { library: path, writes: true, as: options.as }, (newsroom) =>
        move(newsroom, wanted.value, ids),
      )
    },
    async check(path, article, results, { as, note }) {
      const { check, readChecks } = await import('./commands/check')
      const said = readChecks(results)
      if (!said.ok) return said
      const writes = said.value.length > 0
      return inNewsroom(terminal, { library: path, writes, as }, (newsroom) =>
        check(newsroom, article, said.value, note),
      )
    },
    async exportTo(path, out, options) {
      const { exportTo, readExport } = await import('./commands/export')
      const wanted = await readExport(resolve(out), options)
      if (!wanted.ok) return wanted
      return inNewsroom(terminal, { library: path, writes: true, as: options.as }, (newsroom) =>
        exportTo(newsroom, wanted.value, terminal),
      )
    },
    async schedule(path, action, named, options) {
      const { addSchedule, listSchedules, readWhen, removeSchedule, runSchedules } =
        await import('./commands/schedule')
      const at = (writes: boolean): Needs => ({ library: path, writes, as: options.as })
      if (action === 'list') return inNewsroom(terminal, at(false), listSchedules)
      // What is due was signed: running it takes nobody at the desk.
      if (action === 'run')
        return inNewsroom(terminal, at(true), (newsroom) => runSchedules(newsroom, named ?? null))
      if (options.as === undefined) return wrongUsage('Say who does it: --as PERSON.')
      if (named === undefined) return wrongUsage(`Name it: galley schedule LIB ${action} … --as PERSON.`)
      if (action === 'remove')
        return inNewsroom(terminal, at(true), (newsroom) => removeSchedule(newsroom, named))
      const when = readWhen(options)
      if (!when.ok) return when
      return inNewsroom(terminal, at(true), (newsroom) => addSchedule(newsroom, resolve(named), when.value))
    },
    async verify(path) {
      const { verify } = await import('./commands/verify')
      return verify(resolve(path))
    },
    async verifyExport(out) {
      const { verifyExport } = await import('./commands/verify')
      return verifyExport(resolve(out))
    },
    async serve(path, options) {
      const { serve } = await import('./commands/serve')
      const refusal = await serve(path, options, { terminal, place, wantsJson })
      return refusal ?? ok({ json: undefined, text: '' })
    },
  }
}
