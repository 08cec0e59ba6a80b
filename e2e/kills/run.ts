import { ensureBuilt } from '../../bin/build.mjs'
import { killAgainAndAgain, type KillReport } from './kill-again-and-again'
import { isGood, typeAndKill, type TypingReport } from './typing-kills'

/**
 * `npm run kills [-- 300]` kills the host while it saves, so often, and fails if anything was lost or damaged.
 * `npm run kills -- typing 100` kills it under somebody who types, and fails if more than the last second was lost.
 */
const typing = process.argv[2] === 'typing'
const wanted = Number(process.argv[typing ? 3 : 2] ?? 30)

const inWords = ({ kills, saves, lost, damaged }: KillReport): string =>
  `${kills} kills, ${saves} acknowledged saves: ${lost.length} lost, ${damaged.length} damaged files.`

function typingInWords({ kills, keys, lost, damaged }: TypingReport): string {
  const ages = [...lost].sort((a, b) => a - b)
  const [median, most] = [ages[Math.floor(ages.length / 2)] ?? 0, ages.at(-1) ?? 0]
  const loss = `lost at most the last ${Math.round(most)} ms, in the median ${Math.round(median)} ms`
  return `${kills} kills, ${keys} keys: ${loss}; ${damaged.length} damaged.`
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

if (Number.isInteger(wanted) && wanted > 0) {
  await ensureBuilt()
  process.exitCode = (await (typing ? killWhileTyping() : killWhileSaving())) ? 0 : 1
} else {
  process.stderr.write('Usage: npm run kills [-- [typing] HOW-MANY]\n')
  process.exitCode = 2
}
