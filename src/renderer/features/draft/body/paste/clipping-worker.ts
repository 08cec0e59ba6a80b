import { ok } from '../../../../../shared/kernel/result'
import { readClipping } from '../../../../../shared/html/read-clipping'
import type { Reading } from './clipping-reader'
import { fileFromData } from './picture-data'

/** Reads what was pasted beside the window, which goes on painting and taking keys meanwhile. */
function read(html: string): Reading {
  const clipping = readClipping(html)
  if (!clipping.ok) return clipping
  const pictures = clipping.value.pictures.map(({ standIn, source }, index) => ({
    standIn,
    file: fileFromData(source, `pasted picture ${index + 1}`),
  }))
  return ok({ ...clipping.value, pictures })
}

self.onmessage = ({ data }: MessageEvent<string>) => self.postMessage(read(data))
