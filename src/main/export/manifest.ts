import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { hashSchema, idSchema } from '../../shared/kernel/ids'
import { codeOf } from '../storage/faults'
import { ExportFault } from './export-fault'
import { isSitePath } from './site-path'

export const manifestName = 'manifest.json'

const sitePathSchema = z.string().refine(isSitePath, 'is not a path of the site')

const fileSchema = z.strictObject({
  path: sitePathSchema,
  sha256: hashSchema,
  bytes: z.number().int().min(0),
})
export type ManifestFile = z.infer<typeof fileSchema>

/** What an export tells the world of itself: every file, and which seal stands behind which page. */
const manifestSchema = z.strictObject({
  galley: z.literal(1),
  library: idSchema,
  articles: z.array(
    z.strictObject({
      id: idSchema,
      path: sitePathSchema,
      revision: z.number().int(),
      seal: hashSchema,
    }),
  ),
  files: z.array(fileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The manifest that was read last, so that one export reads it through once. Nobody changes what it holds. */
let lastRead: { sha256: string; manifest: Manifest } | null = null

/**
 * The manifest of the last export into a folder; null when there is none.
 * @throws ExportFault when what stands there is none of Galley's
 */
export function readManifest(root: string): Manifest | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(join(root, manifestName))
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return null
    throw failure
  }
  const sha256 = hashOfBytes(bytes)
  if (lastRead?.sha256 === sha256) return lastRead.manifest
  const manifest = manifestFrom(bytes)
  lastRead = { sha256, manifest }
  return manifest
}

/**
 * What a manifest's bytes say.
 * @throws ExportFault when it is none of Galley's
 */
export function manifestFrom(bytes: Uint8Array): Manifest {
  const manifest = manifestSchema.safeParse(parseJson(Buffer.from(bytes).toString('utf8')))
  if (!manifest.success) throw new ExportFault(`${manifestName} there is damaged or not Galley’s`)
  return manifest.data
}

/** A manifest's text: everything in one order, a line for each file, so that comparing two reads well. */
export function manifestText({ library, articles, files }: Omit<Manifest, 'galley'>): string {
  const rows = (list: readonly object[]): string =>
    list.length === 0 ? '[]' : `[\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`
  return `{"galley":1,"library":"${library}",\n"articles":${rows(sortedBy(articles, 'id'))},\n"files":${rows(sortedBy(files, 'path'))}}\n`
}

function sortedBy<K extends string, T extends Record<K, string>>(list: readonly T[], key: K): T[] {
  return [...list].sort((a, b) => (a[key] === b[key] ? 0 : a[key] < b[key] ? -1 : 1))
}

/** SHA-256 in lowercase hex. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What a JSON text holds; null when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
