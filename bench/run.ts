import { compareExport } from './export/compare-export'
import { comparePage } from './page/compare-page'
import { compareTyping } from './typing/compare-typing'

/** `npm run bench -- NAME`: figures measured side by side in one run, as medians and ratios. */
const benches: Record<string, (options: readonly string[]) => Promise<void>> = {
  /** Key press to paint, beside a bare editor and a bare text area. `-- typing 5000` measures one length alone. */
  typing: compareTyping,
  /** What an export costs, beside writing the same bytes. `-- export 1000` measures one size alone. */
  export: compareExport,
  /** When readers see a page over a slow line. `-- page 15` makes so many visits to each. */
  page: comparePage,
}

const [name = '', ...options] = process.argv.slice(2)
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench) await bench(options)
else {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [OPTIONS]\n`)
  process.exitCode = 2
}
