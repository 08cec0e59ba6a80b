import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

let known: string | null = null

/**
 * What the running program is known by: the SHA-256 of all its built scripts. Run from its sources, where any file may
 * change at any time, it is another program each time.
 */
export function codeFingerprint(): string {
  known ??= import.meta.url.endsWith('.ts') ? randomBytes(32).toString('hex') : hashOfScripts(builtFolder())
  return known
}

/** Scripts stand in `main/` and in folders below it. */
function builtFolder(): string {
  let folder = import.meta.dirname
  while (!folder.endsWith('main') && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function hashOfScripts(folder: string): string {
  const hash = createHash('sha256')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const path of paths.filter((one) => one.endsWith('.js')).sort())
    hash.update(path).update(readFileSync(join(folder, path)))
  return hash.digest('hex')
}
