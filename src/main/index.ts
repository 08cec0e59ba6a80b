import { join } from 'node:path'
import { startElectron } from './hosts/electron/start'

// The built entry stands in out/main: what it serves stands beside.
void startElectron(join(import.meta.dirname, '..'))
