import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../shared/article/article'
import { logRowSchema, type LogRow } from '../shared/workflow/log'
import { moves } from '../shared/workflow/moves'
import { personSchema, type Person } from '../shared/workflow/people'
import { roleAt } from '../shared/workflow/person-keys'
import { readManifest } from './export/manifest'
import { verifyExport } from './export/verify-export'
import { createSigningKeys } from './platform/signing-keys'
import { signatureOf, trueApprovals } from './services/approvals'
import { valueOf } from './services/testing/newsroom'
import { verifyLibrary } from './storage'
import { draftAt, openDeskNewsroom, type DeskNewsroom } from './testing/desk-newsroom'
import { evenings, spend, type EveningStep } from './testing/evening'

/** Whatever a newsroom does in an evening, at real windows, with real keys and on a real disk. */

/** Real keys, whose passphrases cost little to try. */
const signing = createSigningKeys({ n: 1024, r: 8, p: 1 })

const fileIn = ({ folder }: DeskNewsroom, ...names: string[]): Promise<string> =>
  readFile(join(folder, 'library', ...names), 'utf8')
const logOf = (newsroom: DeskNewsroom, id: string): Promise<string> =>
  fileIn(newsroom, 'articles', id, 'log.jsonl')
const rowsIn = (log: string): LogRow[] =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => logRowSchema.parse(JSON.parse(line)))
const peopleOf = async (newsroom: DeskNewsroom): Promise<Person[]> => {
  const { people } = JSON.parse(await fileIn(newsroom, 'people.json')) as { people: unknown[] }
  return people.map((person) => personSchema.parse(person))
}
const articleOf = async ({ staff }: DeskNewsroom, id: string): Promise<Article> =>
  valueOf(await staff.admin.window.answer('article.open', { id })).article

/** Somebody who might approve then put their name to this content. */
async function expectApproved(newsroom: DeskNewsroom, id: string, content: string): Promise<void> {
  const people = await peopleOf(newsroom)
  const rows = rowsIn(await logOf(newsroom, id)).filter(
    (row) => row.action === 'approve' && row.content === content,
  )
  const held = rows.filter((row) => {
    const person = people.find(({ id: by }) => by === row.by)
    const mayApprove = person && ['chief', 'admin'].includes(roleAt(person, row.at))
    return mayApprove && signatureOf(row, { people, signing }) === 'valid'
  })
  expect(held, `approvals of ${content}`).not.toEqual([])
  const article = await articleOf(newsroom, id)
  if (article.review.seal?.hash !== content) return
  const given = trueApprovals(article, { people, signing })
  expect(given.map((one) => one.content)).toContain(content)
}

/** What the site says of itself holds: each page is there, and its seal was approved and noted. */
async function expectSite(newsroom: DeskNewsroom, headlines: ReadonlyMap<string, string>): Promise<number> {
  const site = join(newsroom.folder, 'site')
  expect(verifyExport(site)).toEqual({ ok: true, problems: [] })
  const listed = readManifest(site)?.articles ?? []
  for (const { id, path, seal } of listed) {
    await expectApproved(newsroom, id, seal)
    const exports = rowsIn(await logOf(newsroom, id)).filter(({ action }) => action === 'export')
    expect(exports.map(({ content }) => content)).toContain(seal)
    expect((await articleOf(newsroom, id)).public.exported?.hash).toBe(seal)
    expect(await readFile(join(site, path), 'utf8')).toContain(headlines.get(seal) ?? 'never approved')
  }
  return listed.length
}

/** The axis that a step must leave alone. Only moves and exports touch either. */
function expectAxes(step: EveningStep, before: Article, after: Article): void {
  const ofReaders = step.do === 'export' || (step.do === 'move' && moves[step.move].to === 'stays')
  if (step.do !== 'move' || ofReaders) expect(after.review.state).toBe(before.review.state)
  if (!ofReaders) expect(after.public.state).toBe(before.public.state)
}

async function live(newsroom: DeskNewsroom, steps: readonly EveningStep[]): Promise<number> {
  const { admin } = newsroom.staff
  // Whoever waits for an hour here would else be signed out.
  valueOf(await admin.window.answer('settings.change', { site: {}, rules: { lockAfterMinutes: 0 } }))
  const ids = [
    (await draftAt(newsroom, 'Flood')).article.id,
    (await draftAt(newsroom, 'Storm')).article.id,
  ] as const
  const headlines = new Map<string, string>()
  const logs = () =>
    Promise.all([...ids.map((id) => logOf(newsroom, id)), fileIn(newsroom, 'library.log.jsonl')])
  let listed = 0
  for (const step of steps) {
    const id = ids[step.which]
    const [rows, before] = [await logs(), await Promise.all(ids.map((one) => articleOf(newsroom, one)))]
    const reply = await spend(newsroom, ids, step)
    const [now, after] = [await logs(), await Promise.all(ids.map((one) => articleOf(newsroom, one)))]
    for (const [index, log] of now.entries()) expect(log.startsWith(rows[index] ?? '')).toBe(true)
    for (const [index, article] of after.entries()) expectAxes(step, before[index] as Article, article)
    if (!reply?.ok) continue
    const { review, content } = after[step.which] as Article
    // The first of two approvals leaves the seal that what is live still has.
    if (step.do === 'move' && step.move === 'approve' && review.state === 'approved' && review.seal)
      headlines.set(review.seal.hash, content.headline)
    if (step.do === 'export') listed += await expectSite(newsroom, headlines)
    if (step.do === 'export one') {
      const row = rowsIn(await logOf(newsroom, id)).at(-1)
      expect(row).toMatchObject({ action: 'export', note: 'As Markdown.' })
      await expectApproved(newsroom, id, row?.content ?? '')
    }
  }
  return listed
}

describe('any evening in a newsroom', () => {
  it('gives readers only what was signed for, and leaves a record without a gap', async () => {
    let listed = 0
    await fc.assert(
      fc.asyncProperty(evenings, async (steps) => {
        const newsroom = await openDeskNewsroom({ signing })
        try {
          listed += await live(newsroom, steps)
          await newsroom.desk.close()
          const verdict = valueOf(await verifyLibrary(join(newsroom.folder, 'library')))
          expect(verdict.problems).toEqual([])
        } finally {
          await newsroom.close()
        }
      }),
      { numRuns: 8 },
    )
    // Otherwise nothing was tried.
    expect(listed).toBeGreaterThan(0)
  }, 120_000)
})
