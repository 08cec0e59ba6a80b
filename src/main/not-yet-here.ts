import type { MediaInfo } from '../shared/contract'
import type { ErrorWith } from '../shared/kernel/app-error'
import { err, ok, type Result } from '../shared/kernel/result'
import type { Publishing } from './publishing-door'
import type { Importers } from './services/importer-ports'
import type { MediaStore } from './services/ports'

/** Parts that are being built: each refuses, saying so. */

const reason = 'this part of Galley is still being built'

export const importers: Importers = {
  read: async ({ name }) => err({ code: 'import-failed', file: name, reason }),
}

export const openMediaStore = (): MediaStore => ({
  add: async (name): Promise<Result<MediaInfo, ErrorWith<'picture-refused'>>> =>
    err({ code: 'picture-refused', name, reason }),
  find: async () => null,
  list: async () => [],
})

export const createSampleLibrary = async (
  path: string,
): Promise<Result<void, ErrorWith<'disk-write-failed'>>> => err({ code: 'disk-write-failed', path, reason })

export const publishing: Publishing = {
  surroundings: async (room) =>
    ok({ site: room.library.settings.read().site, authors: {}, pictures: {}, related: {} }),
  ready: async () => ok({ ready: [], refused: [], drafts: 0, last: null, folder: '' }),
  exportSite: async (_room, _person, { folder }) => err({ code: 'export-failed', path: folder, reason }),
  cancel: () => undefined,
  exportArticle: async (_room, _person, { file }) => err({ code: 'export-failed', path: file, reason }),
  picture: async () => null,
  sitePage: async () => null,
}
