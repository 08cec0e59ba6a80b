import { sha256Hex } from '../../shared/kernel/hash'
import type { ExportMemory } from './publishing-ports'
import { siteFingerprint, type Settled } from './settled'
import type { EarlierRuns } from './site-run'
import type { Viewpoint } from './viewpoint'

/** What an export remembers of a library, under its name; taking from `settled` is forgetting. */
interface Remembered extends Pick<EarlierRuns, 'fingerprint' | 'stamps'> {
  name: string
  settled: Map<string, Settled>
  /** How many articles were settled when it was kept. */
  kept: number
}

/** What is known of a library's articles whose files are still the same. */
export function rememberedOf(viewpoint: Viewpoint, memory: ExportMemory): Remembered {
  const { id, path, articles } = viewpoint.library
  const name = `settled-${sha256Hex(`${id} ${path}`).slice(0, 16)}`
  const fingerprint = siteFingerprint(viewpoint, memory.code)
  const kept = memory.recall<[string, Settled][]>(name, fingerprint) ?? []
  const stamps = articles.stamps()
  const settled = new Map(kept.filter(([article, { stamp }]) => stamps.get(article) === stamp))
  return { name, fingerprint, stamps, settled, kept: kept.length }
}

/** Keeps what a run found settled, where that is anything new. */
export function remember(
  settled: ReadonlyMap<string, Settled>,
  { name, fingerprint, settled: before, kept }: Remembered,
  memory: ExportMemory,
): void {
  const isKnown = settled.size === kept && [...settled].every(([id, one]) => before.get(id) === one)
  if (!isKnown) memory.keep(name, fingerprint, [...settled])
}
