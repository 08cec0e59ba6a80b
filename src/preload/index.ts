import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { EventName, EventOf, Galley } from '../shared/contract'
import { hostRequests, wire } from '../shared/contract/wire'

const galley: Galley = {
  request: (name, input) => ipcRenderer.invoke(wire.request, name, input),

  on(name, listener) {
    const relay = (_: IpcRendererEvent, heard: EventName, event: EventOf<typeof name>): void => {
      if (heard === name) listener(event)
    }
    ipcRenderer.on(wire.event, relay)
    return () => ipcRenderer.off(wire.event, relay)
  },

  pickFiles: (wanted) => ipcRenderer.invoke(wire.request, hostRequests.pickFiles, wanted),
  saveAs: (wanted) => ipcRenderer.invoke(wire.request, hostRequests.saveAs, wanted),
  openFile: (file) => ipcRenderer.invoke(wire.request, hostRequests.openFile, file),
  showPlace: (path) => ipcRenderer.invoke(wire.request, hostRequests.showPlace, path),
  mediaUrl: (hash, width) => `/media/${hash}${width ? `-${width}` : ''}`,
}

contextBridge.exposeInMainWorld('galley', galley)
