#!/usr/bin/env node
import { ensureBuilt } from './build.mjs'

await ensureBuilt()
await import('../out/main/cli.js')
