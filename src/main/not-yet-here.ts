import type { ErrorWith } from '../shared/kernel/app-error'
import { err, ok, type Result } from '../shared/kernel/result'
import type { Publishing } from './publishing-door'

/** Parts that are being built: each refuses, saying so. */

const reason = 'this part of Galley is still being built'

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
  sitePage: async () => null,
}
