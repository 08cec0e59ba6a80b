import { ensureBuilt } from './build.mjs'

/** Playwright calls this once before the first spec, however it was started. */
export default async function buildBeforeE2e() {
  await ensureBuilt()
}
