import { readFileSync, writeFileSync } from 'node:fs'
import { BrowserWindow, dialog, screen } from 'electron'
import { appAddress } from './trusted-sender'
import { firstWindowState, fitToScreens, windowStateSchema, type WindowState } from './window-state'

/**
 * Opens a window of the desk: sandboxed, isolated, without Node.
 * @param preload the built preload's path
 * @param stateFile where the window's place is remembered
 */
export function openWindow(preload: string, stateFile: string): BrowserWindow {
  const { maximised, ...bounds } = fitToScreens(
    readState(stateFile),
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 400,
    minHeight: 300,
    show: false,
    title: 'Galley',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeState(stateFile, window))
  askBeforeLosingWork(window)
  void window.loadURL(`${appAddress}index.html`)
  return window
}

/** The page holds its window open only while the disk refused to store something; then the person decides. */
function askBeforeLosingWork(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'The last words you typed are not on the disk.',
      detail: 'Stay to try again or to copy them. If you close now, they are lost.',
      buttons: ['Stay', 'Close and lose them'],
      defaultId: 0,
      cancelId: 0,
    })
    // Preventing the event lets the window close in spite of the page.
    if (chosen === 1) event.preventDefault()
  })
}

/** A missing or damaged file is no loss: the window opens in its first place. */
function readState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return firstWindowState
  }
}

function writeState(file: string, window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), maximised: window.isMaximized() }
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // Only the window's place is forgotten.
  }
}
