import type { Article } from '../../shared/article/article'
import type { IndexEntry } from '../../shared/article/index-entry'
import type { Surroundings } from '../../shared/render/page-model'
import { resultsFor } from '../../shared/review/checklist'
import { asReadersKnow } from './article-pages'
import { forbiddenIn } from './forbidden-characters'
import { moveRow } from './log-rows'
import { printedNames } from './names'
import { outlineOf, settledFrom, stillStands, type Outline, type Seen, type Settled } from './settled'
import type { PublicMove, SiteRun } from './site-run'
import { standingOf, type Standing } from './standing'
import { gatherSurroundings } from './surroundings'
import type { Viewpoint } from './viewpoint'

/** What a run makes of an article: a page, a notice that it was withdrawn, or nothing. */
export type Examined = Seen | Extract<Standing, { kind: 'withdrawn' }> | null

/** Looks at one article, unless it is known how it stands, and notes what follows for the export. */
export async function examine(entry: IndexEntry, run: SiteRun): Promise<Examined> {
  const settled = run.settled.get(entry.id)
  if (settled && stillStands(settled, run.viewpoint)) {
    run.findings.settled.set(entry.id, settled)
    const { authors } = await profilesOf(settled.outline.references.authors, run.viewpoint)
    return noted({ outline: settled.outline, standing: null }, authors, run)
  }
  return open(entry, run)
}

async function open({ id, headline }: IndexEntry, run: SiteRun): Promise<Examined> {
  const { viewpoint, findings } = run
  const found = await viewpoint.library.articles.find(id)
  if (!found.ok) {
    findings.refused.push({ id, headline, reason: 'Its file cannot be read.' })
    return null
  }
  const article = found.value
  const standing = await standingOf(article, viewpoint)
  if (standing.kind === 'refused' || standing.kind === 'kept')
    findings.refused.push({ id, headline: article.content.headline, reason: standing.reason })
  if (standing.kind === 'refused') return null
  if (standing.kind === 'withdrawn') {
    const { path, content } = standing.page
    noteMoved(article.public.formerPaths, { path, headline: content.headline }, run)
    return standing
  }
  const { authors } = asReadersKnow(standing, await profilesOf(standing.page.content.authors, viewpoint))
  const outline = outlineOf(article, standing, authors)
  if (standing.kind === 'ready' && standing.after) {
    findings.moves.set(id, moveOf(article, standing.after, viewpoint))
    const { headline: title } = standing.page.content
    findings.warnings.push(...forbiddenIn(`“${title}” or its byline`, [standing.page.content, authors]))
  } else if (standing.kind === 'ready') {
    const stamp = run.stamps.get(id)
    if (stamp) findings.settled.set(id, settledFrom(article, stamp, outline))
  }
  return noted({ outline, standing }, authors, run)
}

/** An article as it is once its export was noted, where there is nothing more to note: the next run need not open it. */
export async function settledOnce(
  article: Article,
  stamp: string,
  viewpoint: Viewpoint,
): Promise<Settled | null> {
  const standing = await standingOf(article, viewpoint)
  if (stamp === '' || standing.kind !== 'ready' || standing.after) return null
  const { authors } = await profilesOf(standing.page.content.authors, viewpoint)
  return settledFrom(article, stamp, outlineOf(article, standing, authors))
}

const profilesOf = (authors: string[], { library }: Viewpoint): Promise<Surroundings> =>
  gatherSurroundings(library, { authors, pictures: [], related: [] }, {})

/** Notes what lists, feeds and former addresses need of a public article. */
function noted(seen: Seen, authors: Surroundings['authors'], run: SiteRun): Seen {
  const { listed, teaser, former } = seen.outline
  noteMoved(former, teaser, run)
  run.findings.listed.push(listed)
  run.teasers.push(teaser)
  run.newest.add(teaser, letGo(seen))
  Object.assign(run.authors, authors)
  return seen
}

/** Lets go of a text that can be read again, so that a run never holds many. */
export const letGo = ({ outline, standing }: Seen): Seen => ({
  outline,
  standing: standing?.kind === 'kept' ? standing : null,
})

function noteMoved(
  former: Outline['former'],
  { path, headline }: { path: string; headline: string },
  run: SiteRun,
): void {
  for (const from of former) run.moved.push({ from, to: path, headline })
}

function moveOf(before: Article, after: Article, { person, now, library }: Viewpoint): PublicMove {
  const { exported, firstExportedAt, formerPaths, state } = after.public
  if (!exported) throw new Error('An export has to say what it exported')
  const authorNames = printedNames(library.authors.read(), before.content.authors)
  return {
    id: before.id,
    exported,
    public: { firstExportedAt, formerPaths, state },
    entry: moveRow('export', before, after, person.id, { now, note: '', authorNames }),
    checks: resultsFor(before, exported.hash).map(({ check, outcome, by, at }) => ({
      check,
      outcome,
      by,
      at,
    })),
  }
}
