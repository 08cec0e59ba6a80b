import { join } from 'node:path'
import { startInBrowser } from './hosts/browser/start'

// The built entry stands in out/main: what it serves stands beside.
process.exitCode = await startInBrowser(process.argv.slice(2), join(import.meta.dirname, '..'))
