import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { newLibrary, opened, valueOf } from './testing/newsroom'
import { verifyLibrary } from './verify'

/** Builds the process to be killed into one file: it starts many times, and starts ten times faster so. */
async function buildWorker(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'galley-worker-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
      ssr: fileURLToPath(new URL('testing/keep-in-a-loop.ts', import.meta.url)),
      outDir,
      target: 'node20',
    },
  })
  return join(outDir, 'keep-in-a-loop.mjs')
}

/** Lets a process keep articles, kills it a while after its first word and gives all it said. */
function saidBeforeTheKill(worker: string, path: string, milliseconds: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, path], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let complaint = ''
    child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()))
    child.stdout.on('data', (bytes: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds)
      said += bytes.toString()
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1))
      else reject(new Error(complaint))
    })
  })
}

describe('kill -9 while saving', () => {
  it('damages no file and loses nothing that was said to be kept', { timeout: 120_000 }, async () => {
    const worker = await buildWorker()
    const path = await newLibrary()
    for (let kill = 0; kill < 10; kill += 1) {
      const said = await saidBeforeTheKill(worker, path, Math.random() * 150)
      expect(said.length).toBeGreaterThan(0)
      const library = await opened(path)
      // The dead process' lock was taken over.
      expect(library.readOnlyBecause).toBeNull()
      for (const line of said) {
        const [id = '', revision, rows] = line.split(' ')
        expect(valueOf(await library.articles.find(id)).revision).toBeGreaterThanOrEqual(Number(revision))
        expect((await library.articles.revision(id, Number(revision))).ok).toBe(true)
        expect(valueOf(await library.articles.log(id)).length).toBeGreaterThanOrEqual(Number(rows))
      }
      const listed = new Set((await library.articles.entries()).map(({ id }) => id))
      for (const line of said) expect(listed).toContain(line.split(' ')[0])
      expect(library.problems).toEqual([])
      await library.close()
      expect(valueOf(await verifyLibrary(path))).toMatchObject({ ok: true, problems: [] })
    }
  })
})
