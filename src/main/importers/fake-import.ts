import { sha256Hex } from '../../shared/kernel/hash'
import { ok } from '../../shared/kernel/result'
import { importers } from '.'

/** For tests: imports a file as the service would, with a library that keeps any bytes as a picture. */
export const fakeImport = (
  name: string,
  content: string | Uint8Array,
  neighbours: Readonly<Record<string, string>> = {},
) =>
  importers.read(
    {
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      neighbour: (path) =>
        Promise.resolve(path in neighbours ? new TextEncoder().encode(neighbours[path]) : null),
    },
    {
      timeZone: 'Europe/London',
      keepPicture: (_name, bytes) =>
        Promise.resolve(
          ok({
            hash: sha256Hex(bytes),
            width: 1,
            height: 1,
            type: 'image/png',
            bytes: bytes.length,
            warnings: [],
          }),
        ),
    },
  )

export const keptHash = (text: string): string => sha256Hex(new TextEncoder().encode(text))
