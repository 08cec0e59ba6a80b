import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { galley, passphrase } from '../command-line'
import { endHost, serve } from '../host-process'
import { makeSmallLibrary, people } from '../small-library'
import { DeskClient } from './desk-client'
import { openText, typeOn, type Key, type Typed } from './typist'

/** What came of killing the host under somebody who types. */
export interface TypingReport {
  kills: number
  /** Keys pressed in all. */
  keys: number
  /** For each kill, how old the oldest lost key was when the host was killed, in milliseconds; 0 where none was. */
  lost: number[]
  /** Kills after which the text was not what had been typed up to some key, and what `galley verify` found. */
  damaged: string[]
}

/** No more of what was typed than this may be lost, in milliseconds. */
export const mostLost = 1000
const keysOfScript = 2000
/** Longest typing before a kill, in milliseconds: over several drafts and, after a pause, a kept revision. */
const longestLife = 6000

/**
 * Types a script of 2,000 keys at a person's speed and kills the host with SIGKILL at random moments of it. After
 * each kill the article is opened again as the window would, and typing goes on where the text ends; a script that
 * is done is typed again in a new article.
 * @param tell hears of each kill
 */
export async function typeAndKill(
  kills: number,
  tell: (report: TypingReport) => void,
): Promise<TypingReport> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-typing-'))
  const [library, home] = [join(folder, 'library'), join(folder, 'home')]
  const report: TypingReport = { kills: 0, keys: 0, lost: [], damaged: [] }
  await makeSmallLibrary(library)
  while (report.kills < kills) await typeScript(library, home, kills, report, tell)
  const { code, stderr } = await galley(['verify', library])
  if (code !== 0) report.damaged.push(stderr.trim())
  if (isGood(report)) await rm(folder, { recursive: true, force: true })
  return report
}

/** Whether nothing was damaged, and nothing older than a second lost. */
export const isGood = ({ lost, damaged }: TypingReport): boolean =>
  damaged.length === 0 && lost.every((age) => age <= mostLost)

async function typeScript(
  library: string,
  home: string,
  kills: number,
  report: TypingReport,
  tell: (report: TypingReport) => void,
): Promise<void> {
  const script = scriptOf(keysOfScript)
  const typed: Typed = { text: '', at: [] }
  let article: string | null = null
  let killedAt = 0
  do {
    const { host, url } = await serve(library, home)
    const desk = await DeskClient.enter(url)
    await desk.signIn(people.editor, passphrase)
    article ??= (await desk.need('article.create', {})).article.id
    const opened = await openText(desk, article)
    if (killedAt > 0) noteLoss(report, typed, opened.text, killedAt)
    typed.at.length = typed.text.length

    const stop = new AbortController()
    const start = typed.text.length
    // Who comes back after a kill has thought already.
    const [first, ...rest] = script.slice(start)
    const keys = first ? [{ ...first, after: 100 }, ...rest] : []
    const typing = typeOn(desk, opened, keys, typed, stop.signal)
    await Promise.race([typing, pauseFor(Math.random() * longestLife)])
    killedAt = performance.now()
    host.kill('SIGKILL')
    stop.abort()
    await typing
    await endHost(host, 'SIGKILL')
    report.keys += typed.text.length - start
    report.kills += 1
    tell(report)
  } while (report.kills < kills && typed.text.length < script.length)
  const { host, url } = await serve(library, home)
  const desk = await DeskClient.enter(url)
  await desk.signIn(people.editor, passphrase)
  noteLoss(report, typed, (await openText(desk, article)).text, killedAt)
  await endHost(host, 'SIGTERM')
}

/** Holds the text that is there after a kill against what was typed before it. Typing goes on from what is there. */
function noteLoss(report: TypingReport, typed: Typed, found: string, killedAt: number): void {
  if (!typed.text.startsWith(found))
    report.damaged.push(`After kill ${report.kills} the text is another one.`)
  const oldest = typed.at[found.length]
  report.lost.push(oldest === undefined ? 0 : killedAt - oldest)
  typed.text = found
}

const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const words =
  'the harbour wall was shut again before noon while crews looked at what the tide had left'.split(' ')

/** Running text with a person's rhythm: quick within words, slower between sentences, now and then a long thought. */
function scriptOf(length: number): Key[] {
  const keys: Key[] = []
  while (keys.length < length) {
    for (const character of `${words[keys.length % words.length] ?? ''} `)
      keys.push({ character, after: 35 + Math.random() * 70 })
    if (Math.random() < 0.08)
      keys.push({ character: '.', after: 80 }, { character: ' ', after: 1200 * Math.random() })
    if (Math.random() < 0.02) keys.push({ character: '\n', after: 3300 + Math.random() * 700 })
  }
  return keys.slice(0, length)
}
