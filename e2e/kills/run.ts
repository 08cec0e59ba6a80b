import { ensureBuilt } from '../../bin/build.mjs'
import { killAgainAndAgain, type KillReport } from './kill-again-and-again'

/** `npm run kills [-- 300]`: kills the host while it saves, so often, and fails if anything was lost or damaged. */
const wanted = Number(process.argv[2] ?? 30)

const inWords = ({ kills, saves, lost, damaged }: KillReport): string =>
  `${kills} kills, ${saves} acknowledged saves: ${lost.length} lost, ${damaged.length} damaged files.`

if (Number.isInteger(wanted) && wanted > 0) {
  await ensureBuilt()
  const report = await killAgainAndAgain(wanted, (sofar) => {
    if (sofar.kills % 10 === 0) process.stderr.write(`${inWords(sofar)}\n`)
  })
  for (const loss of [...report.lost, ...report.damaged]) process.stdout.write(`${loss}\n`)
  process.stdout.write(`${inWords(report)}\n`)
  process.exitCode = report.lost.length + report.damaged.length > 0 ? 1 : 0
} else {
  process.stderr.write('Usage: npm run kills [-- HOW-MANY]\n')
  process.exitCode = 2
}
