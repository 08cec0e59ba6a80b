import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
const ruleFile = join(root, '.dependency-cruiser.cjs')

interface Violation {
  rule: { name: string }
  from: string
  to: string
}

/** Each importing line breaks the rule it stands under. The imported files exist unless the rule is about that. */
const breaches: Record<string, { file: string; line: string }[]> = {
  'no-unresolved': [
    { file: 'src/main/storage/a.ts', line: `import './nowhere'` },
    { file: 'src/renderer/ui/a.ts', line: `import 'no-such-package'` },
  ],
  'no-cycles': [{ file: 'src/shared/render/cycle-a.ts', line: `import './cycle-b'` }],
  'src-stands-alone': [{ file: 'src/main/storage/b.ts', line: `import '../../../e2e/page'` }],
  'shared-stands-alone': [
    { file: 'src/shared/article/a.ts', line: `import type { Desk } from '../../main/desk'` },
    { file: 'src/shared/article/b.ts', line: `import '../../renderer/ui/button'` },
  ],
  'shared-knows-no-framework': [
    { file: 'src/shared/article/c.ts', line: `import { ref } from 'vue'` },
    { file: 'src/shared/article/d.ts', line: `import type { Low } from 'lowdb'` },
    { file: 'src/shared/article/e.ts', line: `import sharp from 'sharp'` },
    { file: 'src/shared/article/f.ts', line: `import { defineStore } from 'pinia'` },
  ],
  'shared-uses-no-node': [
    { file: 'src/shared/article/g.ts', line: `import { join } from 'node:path'` },
    { file: 'src/shared/article/h.ts', line: `import { readFileSync } from 'fs'` },
  ],
  'main-knows-no-window': [
    { file: 'src/main/export/a.ts', line: `import type { Button } from '../../renderer/ui/button'` },
    { file: 'src/main/hosts/electron/a.ts', line: `import '../../../preload/index'` },
  ],
  'services-know-only-ports': [
    { file: 'src/main/services/a.ts', line: `import type { Ledger } from '../storage/ledger'` },
    { file: 'src/main/services/b.ts', line: `import '../desk'` },
  ],
  'services-touch-no-edge': [
    { file: 'src/main/services/c.ts', line: `import { app } from 'electron'` },
    { file: 'src/main/services/d.ts', line: `import { Low } from 'lowdb'` },
  ],
  'services-use-no-node': [
    { file: 'src/main/services/e.ts', line: `import { readFile } from 'node:fs/promises'` },
  ],
  'adapters-know-only-ports': [
    { file: 'src/main/media/a.ts', line: `import type { A } from '../services/review'` },
  ],
  'adapters-drive-nothing': [
    { file: 'src/main/storage/c.ts', line: `import '../desk'` },
    { file: 'src/main/export/b.ts', line: `import '../hosts/browser/server'` },
  ],
  'hosts-know-only-the-desk': [
    { file: 'src/main/hosts/browser/a.ts', line: `import { ledger } from '../../storage/ledger'` },
    { file: 'src/main/hosts/browser/b.ts', line: `import { ports } from '../../services/ports'` },
  ],
  'entries-know-only-hosts-and-desk': [{ file: 'src/main/cli.ts', line: `import './storage/ledger'` }],
  'nobody-imports-an-entry': [{ file: 'src/main/hosts/browser/c.ts', line: `import '../../cli'` }],
  'desk-knows-no-host': [{ file: 'src/main/desk.ts', line: `import './hosts/browser/session'` }],
  'electron-at-the-edge': [
    { file: 'src/main/storage/d.ts', line: `import { app } from 'electron'` },
    { file: 'src/renderer/ui/b.ts', line: `import { ipcRenderer } from 'electron'` },
  ],
  'lowdb-in-storage': [
    { file: 'src/main/export/c.ts', line: `import { Low } from 'lowdb'` },
    { file: 'src/main/export/d.ts', line: `import { JSONFile } from 'lowdb/node'` },
  ],
  'preload-carries-only-the-wire': [
    { file: 'src/preload/a.ts', line: `import { requests } from '../shared/contract/requests'` },
  ],
  'preload-knows-no-main': [{ file: 'src/preload/b.ts', line: `import type { Desk } from '../main/desk'` }],
  'preload-requires-only-electron': [{ file: 'src/preload/c.ts', line: `import { z } from 'zod'` }],
  'preload-uses-no-node': [{ file: 'src/preload/d.ts', line: `import { join } from 'node:path'` }],
  'renderer-knows-only-shared': [
    { file: 'src/renderer/ui/c.ts', line: `import type { Desk } from '../../main/desk'` },
    { file: 'src/renderer/ui/D.vue', line: `import '../../preload/index'` },
    { file: 'src/renderer/ui/G.vue', line: `import type { Desk } from '../../main/desk'` },
  ],
  'renderer-uses-no-node': [{ file: 'src/renderer/ui/e.ts', line: `import { join } from 'node:path'` }],
  'a-feature-has-one-door': [
    { file: 'src/renderer/router.ts', line: `import { list } from './features/desk/list'` },
    { file: 'src/renderer/F.vue', line: `import { list } from './features/desk/list'` },
  ],
  'features-meet-at-the-door': [
    { file: 'src/renderer/features/draft/a.ts', line: `import { list } from '../desk/list'` },
    { file: 'src/renderer/features/draft/b.ts', line: `import type { List } from '../desk/list'` },
  ],
  'ui-knows-no-feature': [{ file: 'src/renderer/ui/f.ts', line: `import { list } from '../features/desk'` }],
}

/** What the rules must leave alone: one lawful import of each kind. */
const lawful: Record<string, string> = {
  'e2e/page.ts': '',
  'src/shared/contract/wire.ts': `export const channel = 'galley'`,
  'src/shared/contract/requests.ts': `import { z } from 'zod'\nexport const requests = z.string()\nexport type Request = string`,
  'src/shared/render/page.css': 'h1 {}',
  'src/shared/render/page.ts': `import css from './page.css?raw'\nexport const page = css`,
  'src/shared/render/page.test.ts': `import { readFileSync } from 'node:fs'\nimport './page'`,
  'src/main/services/ports.ts': `import type { Request } from '../../shared/contract/requests'\nexport const ports = 1\nexport type Port = Request`,
  'src/main/services/review.ts': `import { ports } from './ports'\nimport { page } from '../../shared/render/page'`,
  'src/main/services/review.test.ts': `import { ledger } from '../storage/ledger'\nimport { join } from 'node:path'`,
  'src/main/storage/ledger.ts': `import { Low } from 'lowdb'\nimport { join } from 'node:path'\nimport type { Port } from '../services/ports'\nexport const ledger = 1\nexport type Ledger = Low<Port>`,
  'src/main/desk.ts': `import { ledger } from './storage/ledger'\nimport { ports } from './services/ports'\nexport type Desk = number`,
  'src/main/hosts/browser/server.ts': `import type { Desk } from '../../desk'\nimport { createServer } from 'node:http'`,
  'src/main/hosts/browser/session.ts': '',
  'src/main/hosts/electron/window.ts': `import { BrowserWindow } from 'electron'`,
  'src/main/index.ts': `import { app } from 'electron'\nimport './hosts/electron/window'\nimport './desk'`,
  'src/main/cli.ts': `import './desk'`,
  'src/preload/index.ts': `import { ipcRenderer } from 'electron'\nimport { channel } from '../shared/contract/wire'\nimport type { Request } from '../shared/contract/requests'`,
  'src/renderer/ui/button.ts': `import { ref } from 'vue'\nexport type Button = number`,
  'src/renderer/features/desk/list.ts': `import { ref } from 'vue'\nexport const list = ref(1)\nexport type List = number`,
  'src/renderer/features/desk/index.ts': `export { list } from './list'`,
  'src/renderer/features/draft/index.ts': `import { list } from '../desk'\nimport { page } from '../../../shared/render/page'`,
  'src/renderer/App.vue': vueFile(`import { list } from './features/desk'\nimport './ui/button'`),
}

let lawfulTree: Violation[]
let brokenTree: Violation[]
const trees: string[] = []

beforeAll(() => {
  lawfulTree = cruise(lawful)
  // A ring is reported once, at the file where it was entered.
  const broken: Record<string, string> = {
    ...lawful,
    'src/shared/render/cycle-b.ts': `import type { A } from './cycle-a'`,
  }
  for (const { file, line } of Object.values(breaches).flat()) {
    const source = file.endsWith('.vue') ? vueFile(line) : `${line}\nexport type A = 1`
    broken[file] = `${broken[file] ?? ''}\n${source}`
  }
  brokenTree = cruise(broken)
}, 60_000)

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true })
})

describe('the import rules', () => {
  it('leave a lawful tree alone', () => {
    expect(lawfulTree).toEqual([])
  })

  it.each(Object.entries(breaches))('%s fires', (rule, cases) => {
    const fired = brokenTree.filter((violation) => violation.rule.name === rule).map(({ from }) => from)
    for (const { file } of cases) expect(fired).toContain(file)
  })

  it('are all shown to fire', () => {
    const rules = createRequire(import.meta.url)(ruleFile) as {
      forbidden: { name: string; severity: string }[]
    }
    expect(Object.keys(breaches).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort())
    expect(rules.forbidden.every(({ severity }) => severity === 'error')).toBe(true)
  })
})

function vueFile(script: string) {
  return `<script setup lang="ts">\n${script}\n</script>\n\n<template><i /></template>\n`
}

/** Writes the files into a new folder of the project, where its packages resolve, and judges them by the rule file. */
function cruise(files: Record<string, string>): Violation[] {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const tree = mkdtempSync(join(root, '.cache', 'import-rules-'))
  trees.push(tree)
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), source)
  }
  cpSync(join(root, 'tsconfig.base.json'), join(tree, 'tsconfig.base.json'))
  const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const args = [cruiser, '--config', ruleFile, '--output-type', 'json', '--output-to', 'result.json', 'src']
  const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' })
  expect(run.stderr).toBe('')
  const result = JSON.parse(readFileSync(join(tree, 'result.json'), 'utf8')) as {
    summary: { violations: Violation[] }
  }
  return result.summary.violations
}
