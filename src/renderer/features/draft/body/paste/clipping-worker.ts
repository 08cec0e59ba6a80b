import { ok } from '../../../../../shared/kernel/result'
import { readClipping } from '../../../../../shared/html/read-clipping'
import type { Reading, WhatToRead } from './clipping-reader'
import { fileOf } from './picture-data'

/** Reads what was pasted beside the window, which goes on painting and taking keys meanwhile. */
function read({ html, rtf }: WhatToRead): Reading {
  const clipping = readClipping(html, rtf)
  if (!clipping.ok) return clipping
  const pictures = clipping.value.pictures.map(({ standIn, data }, index) => ({
    standIn,
    file: fileOf(data, `pasted picture ${index + 1}`),
  }))
  return ok({ ...clipping.value, pictures })
}

self.onmessage = ({ data }: MessageEvent<WhatToRead>) => self.postMessage(read(data))
