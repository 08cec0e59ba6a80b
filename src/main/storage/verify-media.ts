import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { namesIn } from './durable-write'
import { reasonFor } from './faults'
import type { Layout } from './layout'

const original = /^([0-9a-f]{64})\.(?!json$)[a-z0-9]+$/

/** What is wrong with the kept pictures: a picture's name is the SHA-256 of its bytes. */
export async function checkMedia({
  media,
}: Pick<Layout, 'media'>): Promise<{ pictures: number; problems: string[] }> {
  const problems: string[] = []
  let pictures = 0
  for (const name of await namesIn(media)) {
    const hash = original.exec(name)?.[1]
    if (hash === undefined) continue
    pictures += 1
    try {
      if ((await hashOfFile(join(media, name))) !== hash) {
        problems.push(`media/${name}: its bytes are not those it is named after.`)
      }
    } catch (failure) {
      problems.push(`media/${name}: it cannot be read: ${reasonFor(failure)}.`)
    }
  }
  return { pictures, problems }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
