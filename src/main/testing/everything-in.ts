import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import { fromBuffer } from 'yauzl'

/** Every file below a folder with its bytes, packed ones opened, and what pictures say of themselves. */
export async function everythingIn(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return { path, bytes: await readFile(path) }
    }),
  )
  const opened = await Promise.all(found.map(({ path, bytes }) => insideOf(path, bytes)))
  return [...found, ...opened.flat()]
}

async function insideOf(path: string, bytes: Buffer): Promise<{ path: string; bytes: Buffer }[]> {
  if (path.endsWith('.gz')) return [{ path: `${path} opened`, bytes: gunzipSync(bytes) }]
  if (path.endsWith('.zip')) return readZip(bytes)
  if (!/\.(jpe?g|png|webp|avif|gif)$/.test(path)) return []
  const { exif, xmp, iptc } = await sharp(bytes).metadata()
  return [
    { path: `${path} metadata`, bytes: Buffer.concat([exif, xmp, iptc].filter((one) => one !== undefined)) },
  ]
}

/** Every file in a zip. */
function readZip(bytes: Buffer): Promise<{ path: string; bytes: Buffer }[]> {
  return new Promise((resolve, reject) => {
    const found: { path: string; bytes: Buffer }[] = []
    fromBuffer(bytes, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure)
      zip.on('error', reject)
      zip.on('end', () => resolve(found))
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (broken, stream) => {
          if (broken) return reject(broken)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            found.push({ path: `${entry.fileName} in a zip`, bytes: Buffer.concat(parts) })
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}
