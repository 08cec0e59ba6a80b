import type { EventName, EventOf, InputOf, ReplyOf, RequestName } from './contract'

/** A file a person picked; its bytes in base64, ready to be sent. */
export interface PickedFile {
  /** Of a picked folder's files: after the names of the folders, `Spring/pictures/quay.jpg`. */
  name: string
  data: string
}

export interface FilesWanted {
  title: string
  kinds: readonly string[]
  several: boolean
  /** A folder instead: its files of these kinds, and pictures in it and below. */
  folder?: boolean
}

/** What every host gives its window as `window.galley`: all the window ever knows of its host. */
export interface Galley {
  request<N extends RequestName>(name: N, input: InputOf<N>): Promise<ReplyOf<N>>
  /** Listens to an event of the desk; the returned function stops listening. */
  on<N extends EventName>(name: N, listener: (event: EventOf<N>) => void): () => void
  /** Lets the person pick files; an empty list when they changed their mind. */
  pickFiles(wanted: FilesWanted): Promise<PickedFile[]>
  /** Lets the person name a file or a folder on this machine; null when they changed their mind. */
  saveAs(wanted: { title: string; kind: 'file' | 'folder'; suggested: string }): Promise<string | null>
  /** Opens a copy of a file with whatever this machine shows such files with. */
  openFile(file: PickedFile): Promise<void>
  /** Shows a folder or a file of this machine where the person finds it; false when it is not there any more. Null where the window has no such way. */
  showPlace: ((path: string) => Promise<boolean>) | null
  /** The address of a stored picture: the original, or the nearest kept width. */
  mediaUrl(hash: string, width?: 480 | 960 | 1600): string
}
