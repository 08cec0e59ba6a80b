import type { Article } from '../../shared/article/article'
import { bodyMedia } from '../../shared/article/body-text'
import { applies, compileRule } from '../../shared/checking/check-style'
import type { CheckSurroundings } from '../../shared/review/machine-checks/surroundings'
import { listStyle } from './house-style'
import { targetsAmong } from './link-targets'
import type { Room } from './room'
import { slugTaken } from './slugs'

/**
 * What the machine checks look at besides an article, gathered before a decision is made, because nothing can be waited
 * for within it. Only the pictures that the article shows now are known.
 */
export async function surroundingsOf(room: Room, { content }: Article): Promise<CheckSurroundings> {
  const { library } = room
  const { site, rules, articleTypes } = library.settings.read()
  const [entries, style, pictures] = await Promise.all([
    library.articles.entries(),
    mustRules(room),
    picturesOf(room, [...(content.thumbnail ? [content.thumbnail.media] : []), ...bodyMedia(content.body)]),
  ])
  return {
    site,
    rules,
    articleTypes,
    today: room.now().toISOString().slice(0, 10),
    slugTakenBy: (slug, id) => entries.find((entry) => slugTaken([entry], id)(slug))?.headline ?? null,
    targets: (question) => targetsAmong(entries, site, question),
    picture: (hash) => pictures.get(hash) ?? null,
    style: (text, scope) => {
      const wanted = style.filter(({ rule }) => applies(rule, scope))
      return wanted.length > 0 ? room.rulesInTime(text, wanted) : { findings: [], stopped: [] }
    },
  }
}

/** The house style's rules of severity “must”, made ready. One that cannot be read is told where the style is listed. */
async function mustRules(room: Room) {
  const listed = await listStyle(room)
  return (listed.ok ? listed.value.files : [])
    .flatMap(({ rules }) => rules)
    .filter(({ severity }) => severity === 'must')
    .flatMap((rule) => {
      const compiled = compileRule(rule)
      return compiled.ok ? [compiled.value] : []
    })
}

async function picturesOf({ library }: Room, hashes: readonly string[]) {
  const known = await Promise.all(
    hashes.map(async (hash) => [hash, await library.pictureDetails.find(hash)] as const),
  )
  return new Map(known)
}
