import { join } from 'node:path'
import { runGalley } from './hosts/cli/program'
import { ownTerminal } from './hosts/cli/terminal'

// The built entry stands in out/main: what `galley serve` serves stands beside.
process.exitCode = await runGalley(process.argv.slice(2), ownTerminal(), join(import.meta.dirname, '..'))
