#!/usr/bin/env node
import { ensureBuilt } from './build.mjs'

await ensureBuilt()
await import(new URL('../out/main/cli.js', import.meta.url).href)
