import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { build } from 'vite'
import { galleyJson } from '../../e2e/command-line'
import { endHost, serve } from '../../e2e/host-process'
import { SignInPage } from '../../e2e/pages/sign-in-page'
import { makeSmallLibrary, people } from '../../e2e/small-library'
import { generatedParagraphs } from '../words'
import { watchKeys } from './key-to-paint'

/** Somewhere to type, with a text of some length in it and the caret in its middle. */
export interface Surface {
  name: string
  open(words: number): Promise<Page>
}

const size = { width: 1440, height: 900 }

async function pageWith(browser: Browser, html: string): Promise<Page> {
  const page = await browser.newPage({ viewport: size })
  await page.setContent(html)
  return page
}

/** The browser's own text field: the floor. */
export const bareTextArea = (browser: Browser): Surface => ({
  name: 'textarea',
  async open(words) {
    const page = await pageWith(
      browser,
      '<textarea style="width:700px;height:800px;font:18px/29px serif"></textarea>',
    )
    await page.evaluate((text) => {
      const field = document.querySelector('textarea') as HTMLTextAreaElement
      field.value = text
      field.focus()
      const middle = text.indexOf(' ', text.length / 2)
      field.setSelectionRange(middle, middle)
    }, generatedParagraphs(words).join('\n\n'))
    await watchKeys(page)
    return page
  },
})

/** TipTap with its starter kit and nothing around it. */
export async function bareTipTap(browser: Browser): Promise<Surface> {
  const bundle = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      lib: {
        entry: join(import.meta.dirname, 'bare-editor.ts'),
        formats: ['iife'],
        name: 'bare',
        fileName: 'bare',
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const outputs = Array.isArray(bundle) ? bundle : [bundle]
  const code = outputs.flatMap((one) => ('output' in one ? one.output : []))[0]
  if (code?.type !== 'chunk') throw new Error('The bare editor could not be built.')
  return {
    name: 'bare TipTap',
    async open(words) {
      const page = await pageWith(
        browser,
        '<main style="width:700px;height:800px;overflow:auto;font:18px/29px serif"></main>',
      )
      await page.addScriptTag({ content: code.code })
      await page.evaluate((paragraphs) => window.startBareEditor(paragraphs), generatedParagraphs(words))
      await watchKeys(page)
      return page
    },
  }
}

/** The drafting view of a running desk, with one article of each length. */
export interface DraftingViews {
  withPreview: Surface
  withEverything: Surface
  close(): Promise<void>
}

/** Makes a library with a text of each length, and opens a desk on it. */
export async function draftingViews(browser: Browser, lengths: readonly number[]): Promise<DraftingViews> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-typing-'))
  const library = join(folder, 'library')
  await makeSmallLibrary(library)
  // One for each window: an article is edited in one window at a time.
  const ids = new Map<string, string>()
  for (const words of lengths) {
    const file = join(folder, `${words}.txt`)
    await writeFile(file, [`A text of ${words} words`, ...generatedParagraphs(words)].join('\n\n'))
    for (const helps of [false, true]) {
      const [imported] = await galleyJson<{ id: string }[]>(['import', library, file, '--as', people.editor])
      ids.set(`${words} ${helps}`, imported?.id ?? '')
    }
  }
  const { host, url } = await serve(library, join(folder, 'home'))
  const home = new URL('/', url).href
  const admitted = await admission(browser, url)

  const surface = (name: string, helps: boolean): Surface => ({
    name,
    async open(words) {
      const context = await browser.newContext({ viewport: size, storageState: admitted })
      await context.addInitScript((wanted) => {
        for (const one of ['spelling', 'house-style']) localStorage.setItem(`galley.${one}`, String(wanted))
      }, helps)
      const page = await context.newPage()
      await page.goto(home)
      await new SignInPage(page).signIn(people.editor)
      await page.goto(`${home}#/article/${ids.get(`${words} ${helps}`) ?? ''}`)
      await page.getByRole('textbox', { name: 'Body', exact: true }).waitFor()
      await page.locator('[aria-label=Body][contenteditable=true]').waitFor()
      // Until everything is looked over for the first time: spelling and the like start with the view.
      await page.waitForTimeout(3000)
      await page.evaluate(placeCaret)
      await watchKeys(page)
      return page
    },
  })
  return {
    withPreview: surface('Galley, preview', false),
    withEverything: surface('Galley, everything on', true),
    async close() {
      await endHost(host, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What admits further windows: the address with its token opens the first one only. */
async function admission(
  browser: Browser,
  url: string,
): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  const context = await browser.newContext()
  await (await context.newPage()).goto(url)
  const state = await context.storageState()
  await context.close()
  return state
}

/** Runs in the window: the caret into the middle paragraph, and what tells whether the preview shows it. */
function placeCaret(): void {
  const body = document.querySelector<HTMLElement>('[role=textbox][aria-label=Body]')
  const middle = Math.floor((body?.children.length ?? 0) / 2)
  const paragraph = body?.children[middle]
  const text = paragraph?.firstChild
  if (!body || !paragraph || !text) throw new Error('There is no text to type in.')
  body.focus()
  getSelection()?.setBaseAndExtent(text, 10, text, 10)
  paragraph.scrollIntoView({ block: 'center' })
  window.isPreviewed = () => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Published page"]')
    const shown = frame?.contentDocument?.querySelector('.article .body')?.children[middle]
    return shown?.textContent === body.children[middle]?.textContent
  }
}
