import { ensureBuilt } from '../../bin/build.mjs'
import { killExports, type ExportKillReport } from './export-kills'
import { killAgainAndAgain, type KillReport } from './kill-again-and-again'
import { isGood, typeAndKill, type TypingReport } from './typing-kills'

/**
 * `npm run kills [-- 300]` kills the host while it saves, so often, and fails if anything was lost or damaged.
 * `npm run kills -- typing 100` kills it under somebody who types, and fails if more than the last second was lost.
 * `npm run kills -- export 200` kills exports, and fails if a site is ever neither the old nor the new one.
 */
const named = process.argv[2] === 'typing' || process.argv[2] === 'export' ? process.argv[2] : null
const wanted = Number(process.argv[named ? 3 : 2] ?? 30)

const inWords = ({ kills, saves, lost, damaged }: KillReport): string =>
  `${kills} kills, ${saves} acknowledged saves: ${lost.length} lost, ${damaged.length} damaged files.`

function typingInWords({ kills, keys, lost, damaged }: TypingReport): string {
  const ages = [...lost].sort((a, b) => a - b)
  const [median, most] = [ages[Math.floor(ages.length / 2)] ?? 0, ages.at(-1) ?? 0]
  const loss = `lost at most the last ${Math.round(most)} ms, in the median ${Math.round(median)} ms`
  return `${kills} kills, ${keys} keys: ${loss}; ${damaged.length} damaged.`
}

function exportsInWords({ kills, finished, found, broken }: ExportKillReport): string {
  const where = Object.entries(found).map(([stage, count]) => `${count} ${stage}`)
  return `${kills} kills (${where.join(', ')}), ${finished} exports run to their end: ${broken.length} broken.`
}

const every10th = (kills: number, words: string): void => {
  if (kills % 10 === 0) process.stderr.write(`${words}\n`)
}

async function killWhileSaving(): Promise<boolean> {
  const report = await killAgainAndAgain(wanted, (sofar) => every10th(sofar.kills, inWords(sofar)))
  for (const loss of [...report.lost, ...report.damaged]) process.stdout.write(`${loss}\n`)
  process.stdout.write(`${inWords(report)}\n`)
  return report.lost.length + report.damaged.length === 0
}

async function killWhileTyping(): Promise<boolean> {
  const report = await typeAndKill(wanted, (sofar) => every10th(sofar.kills, typingInWords(sofar)))
  for (const damage of report.damaged) process.stdout.write(`${damage}\n`)
  process.stdout.write(`${typingInWords(report)}\n`)
  return isGood(report)
}

async function killWhileExporting(): Promise<boolean> {
  const report = await killExports(wanted, (sofar) => every10th(sofar.kills, exportsInWords(sofar)))
  for (const fault of report.broken) process.stdout.write(`${fault}\n`)
  process.stdout.write(`${exportsInWords(report)}\n`)
  return report.broken.length === 0
}

const kinds = { typing: killWhileTyping, export: killWhileExporting }

if (Number.isInteger(wanted) && wanted > 0) {
  await ensureBuilt()
  process.exitCode = (await (named ? kinds[named] : killWhileSaving)()) ? 0 : 1
} else {
  process.stderr.write('Usage: npm run kills [-- [typing|export] HOW-MANY]\n')
  process.exitCode = 2
}
