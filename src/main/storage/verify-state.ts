import type { Article } from '../../shared/article/article'
import type { LogRow } from '../../shared/workflow/log'
import { moves, type MoveName } from '../../shared/workflow/moves'

/**
 * Where an article says it stands, against what its log tells, a sentence each.
 * @param onItsWay the hash of a row whose move is not completed yet, or null
 */
export function checkState(article: Article, rows: readonly LogRow[], onItsWay: string | null): string[] {
  const last = rows.at(-1)
  // A move writes its row before it writes the article.
  if (last && last.hash === onItsWay && article.head?.hash !== last.hash) return []
  return [
    ...checkHead(article, rows),
    ...checkWorkingState(article, rows),
    ...checkPublicState(article, rows),
  ]
}

function checkHead({ head }: Article, rows: readonly LogRow[]): string[] {
  const last = rows.at(-1)
  if (head === null) {
    // Earlier versions neither noted where a log ends nor signed its rows.
    const signed = rows.find((row) => row.signed)
    return signed ? [`it does not know its log, though row ${signed.sequence} is signed.`] : []
  }
  if (last?.hash === head.hash && last.sequence === head.sequence) return []
  if (head.sequence > (last?.sequence ?? 0))
    return [`its log is cut: it ended at row ${head.sequence}, and now at row ${last?.sequence ?? 0}.`]
  return [`its log is another one: row ${head.sequence} is not the one that it ended with.`]
}

function checkWorkingState({ review }: Article, rows: readonly LogRow[]): string[] {
  const last = rows.findLast(
    ({ action }) => action === 'create' || action === 'import' || isMove(action, 'text'),
  )
  // An approved text that was changed and put back shows other words than it stores.
  const told = last?.to === 'reopened' ? 'approved' : last?.to
  if (!last || told === review.state) return []
  return [`it is “${review.state}”, but row ${last.sequence} of its log left it “${last.to}”.`]
}

function checkPublicState({ public: { state, exported } }: Article, rows: readonly LogRow[]): string[] {
  const last = rows.findLast(({ action }) => isMove(action, 'readers'))
  const told = last?.to ?? 'never-exported'
  const problems =
    told === state
      ? []
      : [`readers have it as “${state}”, but row ${last?.sequence ?? rows.length} of its log says “${told}”.`]
  const isKnown = !exported || rows.some((row) => row.action === 'export' && row.content === exported.hash)
  return isKnown ? problems : [...problems, 'its log knows no export of what readers have.']
}

const isMove = (action: string, of: 'text' | 'readers'): boolean =>
  Object.hasOwn(moves, action) && (moves[action as MoveName].to === 'stays') === (of === 'readers')
