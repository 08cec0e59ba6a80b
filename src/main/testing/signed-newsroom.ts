import { join } from 'node:path'
import type { InputOf } from '../../shared/contract'
import { createDesk, type DeskSession } from '../desk'
import { bodyOf, valueOf } from '../services/testing/newsroom'
import { quickSecrets } from './quick-secrets'

/** A library on disk whose people have keys, with articles that were approved, exported and corrected. */
export interface SignedNewsroom {
  library: string
  site: string
  articles: string[]
}

/** What it takes to go on working in it. */
interface OpenNewsroom extends SignedNewsroom {
  admin: DeskSession
  editor: DeskSession
  chief: DeskSession
  producer: DeskSession
  /** Writes an article and brings it to its approval; gives its id. */
  approve(headline: string): Promise<string>
  exportSite(): Promise<void>
  close(): Promise<void>
}

/** Opens a new library in a folder, with one person of each role at a window of their own. */
async function openSignedNewsroom(folder: string): Promise<OpenNewsroom> {
  const [home, library, site] = [join(folder, 'home'), join(folder, 'library'), join(folder, 'site')]
  const desk = createDesk({ home, who: 'Galley test', ...quickSecrets })
  const admin = desk.openSession(() => undefined)
  const wanted = { path: library, name: 'The Test Herald', person: 'Ada', passphrase: 'Ada' }
  valueOf(await admin.answer('library.create', wanted))
  const windowOf = async (name: string, role: InputOf<'person.add'>['role']): Promise<DeskSession> => {
    const { id } = valueOf(await admin.answer('person.add', { name, role, passphrase: name }))
    const window = desk.openSession(() => undefined)
    valueOf(await window.answer('session.sign-in', { person: id, passphrase: name }))
    return window
  }
  const editor = await windowOf('Edda', 'editor')
  const chief = await windowOf('Cleo', 'chief')
  const producer = await windowOf('Pia', 'production')
  const author = valueOf(
    await editor.answer('author.save', { id: null, name: 'Shella Artillero', avatar: null, biography: '' }),
  )
  return {
    ...{ library, site, admin, editor, chief, producer, articles: [] },
    async approve(headline) {
      const { article } = valueOf(await editor.answer('article.create', {}))
      const { id, revision: basedOn } = article
      const body = bodyOf('Once upon a time.')
      const content = { ...article.content, headline, category: 'news', authors: [author.id], body }
      valueOf(await editor.answer('article.keep', { id, basedOn, content }))
      valueOf(await editor.answer('article.move', { id, move: 'submit', note: '' }))
      valueOf(await chief.answer('article.move', { id, move: 'start-review', note: '' }))
      valueOf(await chief.answer('article.move', { id, move: 'approve', note: '' }))
      return id
    },
    exportSite: async () => void valueOf(await producer.answer('publish.export', { folder: site })),
    close: () => desk.close(),
  }
}

/** Such a library after a day's work, closed again: three articles, one of them held, two exports. */
export async function signedNewsroom(folder: string): Promise<SignedNewsroom> {
  const newsroom = await openSignedNewsroom(folder)
  const { library, site, admin, chief, exportSite } = newsroom
  const first = await newsroom.approve('Flood in the valley — “worst in years”')
  const second = await newsroom.approve('Überraschung am Hafen')
  await exportSite()
  const third = await newsroom.approve('A third one')
  valueOf(await chief.answer('article.move', { id: second, move: 'hold', note: 'Wait for the court.' }))
  valueOf(await admin.answer('settings.change', { site: { footer: 'Printed nowhere.' }, rules: {} }))
  await exportSite()
  await newsroom.close()
  return { library, site, articles: [first, second, third] }
}
