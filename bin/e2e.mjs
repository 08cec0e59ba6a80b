import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { obtainBrowser } from './browser-for-tests.mjs'
import { ensureBuilt, root } from './build.mjs'

/**
 * `node bin/e2e.mjs browser|electron|screenshots [what Playwright takes]` builds Galley when out of date, sees to
 * a browser and runs that project's specs.
 */
const [project = 'browser', ...rest] = process.argv.slice(2)

await ensureBuilt()
if (project !== 'electron' && !obtainBrowser()) {
  process.stderr.write('No Chromium to test with: run `npx playwright install chromium`.\n')
  process.exit(1)
}
const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
const run = spawnSync(process.execPath, [playwright, 'test', `--project=${project}`, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, GALLEY_HOST: project === 'electron' ? 'electron' : 'browser' },
})
process.exitCode = run.status ?? 1
