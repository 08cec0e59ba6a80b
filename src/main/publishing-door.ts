import type { InputOf, LastExport, OutputOf } from '../shared/contract'
import type { ErrorWith } from '../shared/kernel/app-error'
import type { Result } from '../shared/kernel/result'
import type { Person } from '../shared/workflow/people'
import type { Delivered } from './services/media'
import type { ReadError, WriteError } from './services/ports'
import type { Room } from './services/room'

type ExportError = WriteError | ErrorWith<'not-allowed' | 'export-failed'>

/** What the desk asks of publishing and of the preview. */
export interface Publishing {
  surroundings(
    room: Room,
    reader: Person | null,
    input: InputOf<'preview.surroundings'>,
  ): Promise<Result<OutputOf<'preview.surroundings'>, ReadError>>
  ready(room: Room, reader: Person | null): Promise<Result<OutputOf<'publish.ready'>, ReadError>>
  exportSite(
    room: Room,
    person: Person,
    input: InputOf<'publish.export'>,
  ): Promise<Result<LastExport, ExportError | ErrorWith<'cancelled'>>>
  /** Stops the export that is under way, if any. */
  cancel(): void
  exportArticle(
    room: Room,
    person: Person,
    input: InputOf<'publish.article'>,
  ): Promise<Result<OutputOf<'publish.article'>, ExportError | ErrorWith<'not-found' | 'move-refused'>>>

  /**
   * What the site has at a path, rendered from what is kept now.
   * @param article the id of an article whose page is wanted wherever it is placed
   */
  sitePage(room: Room, path: string, article: string | null): Promise<Delivered | null>
}
