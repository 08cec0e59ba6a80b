import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { SiteText } from './xml-judge'

const checker = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      'doctype-style': ['error', { style: 'lowercase' }],
      // ARIA 1.2 lets lists and groups have a name, and ours are told apart by it.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // What an editor wrote is printed as it was written, however long it is.
      'tel-non-breaking': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
    },
  }),
)

/** What html-validate finds wrong with a page, a line for each fault. */
export async function pageFaults({ path, text }: SiteText): Promise<string[]> {
  const { results } = await validator.validateString(text, path)
  return results
    .flatMap(({ messages }) => messages)
    .map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`)
}

const runsJava = (): boolean => {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
export const hasJava = runsJava()
/** Said of a test that needs the Nu checker. */
export const withoutJava = 'The Nu HTML checker needs Java, which is not on this machine.'

interface NuMessage {
  type: string
  url: string
  lastLine?: number
  message: string
}

/** Every error the Nu HTML checker finds in pages and style sheets, a line for each. What it only remarks on is left out. */
export async function nuFaults(files: readonly SiteText[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-nu-'))
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const said = await nuMessages(folder)
    return said
      .filter(({ type }) => type !== 'info')
      .map(({ url, lastLine, message }) => `${url.split('/').slice(-3).join('/')}:${lastLine} Nu: ${message}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Tells by its exit whether there was anything to say, which stands on the standard error. */
async function nuMessages(folder: string): Promise<NuMessage[]> {
  const asked = ['-jar', checker, '--format', 'json', '--also-check-css', '--skip-non-html', folder]
  const { stderr } = await promisify(execFile)('java', asked, { maxBuffer: 1e9 }).catch(
    (failure: { stderr: string }) => failure,
  )
  return (JSON.parse(stderr) as { messages: NuMessage[] }).messages
}
