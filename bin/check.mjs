import { spawn } from 'node:child_process'
import process from 'node:process'

/**
 * `npm run check`: every check that runs nothing of Galley, two at a time (the machines that matter have two cores).
 * Each prints when it has ended, so that their words don't mix; the first failure does not stop the others.
 */
const checks = ['lint', 'types', 'imports', 'unused', 'format:check']
const atOnce = 2

const waiting = [...checks]
/** @type {string[]} */
const failed = []

await Promise.all(Array.from({ length: atOnce }, runWaiting))
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}\n`)
  process.exitCode = 1
}

async function runWaiting() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const { code, output } = await runScript(name)
    process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}  ${name}\n`)
    if (code === 0) continue
    failed.push(name)
    process.stdout.write(output)
  }
}

/**
 * Runs an npm script to its end.
 * @param {string} name
 * @returns {Promise<{code: number | null, output: string}>}
 */
function runScript(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], {
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
