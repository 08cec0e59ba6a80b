import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { hostRequests, wire } from '../../../shared/contract/wire'
import { pickFiles, saveAs } from './dialogs'
import { openFile } from './open-file'
import { showPlace } from './show-place'
import { isTrustedSender, type Sender } from './trusted-sender'

/** One window's conversation with the desk, as the messages of its page reach it. */
export interface Answering {
  answer(name: string, input: unknown): Promise<unknown>
}

/** What this host does itself, by the request that asks for it. */
const hostAnswers = new Map<string, (window: BrowserWindow, wanted: unknown) => Promise<unknown>>([
  [hostRequests.pickFiles, pickFiles],
  [hostRequests.saveAs, saveAs],
  [hostRequests.openFile, openFile],
  [hostRequests.showPlace, showPlace],
])

/**
 * Connects our windows to the desk: the one handler, and the only file that touches `ipcMain`.
 * @param windows each window's conversation, by its web contents' id
 */
export function carryRequests(windows: ReadonlyMap<number, Answering>): void {
  ipcMain.handle(wire.request, async (event, name: unknown, payload: unknown) => {
    const conversation = windows.get(event.sender.id)
    if (!conversation || !isTrustedSender(senderOf(event), windows))
      throw new Error('Refused: untrusted sender')
    const window = BrowserWindow.fromWebContents(event.sender)
    const byHost = hostAnswers.get(String(name))
    if (window && byHost) return byHost(window, payload)
    return conversation.answer(String(name), payload)
  })
}

const senderOf = ({ sender, senderFrame }: IpcMainInvokeEvent): Sender => ({
  frameUrl: senderFrame?.url ?? '',
  isTopFrame: senderFrame?.parent === null,
  webContentsId: sender.id,
})
