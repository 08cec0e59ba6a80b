import type { Galley } from '../shared/contract'
import { connect } from './browser/connection'
import { openFile } from './browser/open-file'
import { pickFiles } from './browser/pick-files'
import { askForPath } from './browser/save-as'

/**
 * The browser host's twin of the preload: gives the window the same `window.galley`, carried by fetch and
 * server-sent events. Runs before the window's own script.
 */
const connection = connect()

const galley: Galley = {
  request: connection.request,
  on: connection.on,
  pickFiles,
  saveAs: askForPath,
  openFile,
  // A browser shows nobody the folders of a machine.
  showPlace: null,
  mediaUrl: (hash, width) => `/media/${hash}${width === undefined ? '' : `-${width}`}`,
}

Object.defineProperty(window, 'galley', { value: Object.freeze(galley), enumerable: true })
