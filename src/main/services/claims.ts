import type { Article } from '../../shared/article/article'
import type { ArticleView, InputOf } from '../../shared/contract'
import type { ErrorWith } from '../../shared/kernel/app-error'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../shared/kernel/result'
import { settleAnchor } from '../../shared/review/anchor-at'
import { carryAnchor } from '../../shared/review/carry-anchors'
import { mostClaims, sentenceHash, sourceFault, withClaim } from '../../shared/review/claims'
import type { Claim, Source } from '../../shared/review/remarks'
import type { Person } from '../../shared/workflow/people'
import { changeRemarks, refused, wordsChanged } from './discussion'
import type { WriteError } from './ports'
import type { RemarkDone } from './remark-rows'
import { mayDo } from './roles'
import { moment, type Room } from './room'

type Refusal = ErrorWith<'not-found' | 'not-allowed' | 'remark-refused'>
type Changed<E = never> = Promise<Result<ArticleView, WriteError | Refusal | E>>

/** Notes where a passage comes from. */
export async function addClaim(
  room: Room,
  person: Person,
  { id, anchor, source, note }: InputOf<'claim.add'>,
): Changed<ErrorWith<'invalid-input'>> {
  const fault = await faultOf(room, source)
  if (fault) return fault
  const claim: Omit<Claim, 'anchor'> = {
    id: room.newId(),
    by: person.id,
    at: moment(room),
    source,
    note: note.trim(),
    checked: null,
  }
  return changeClaims(room, person, id, { deed: 'source', remarks: [claim.id] }, ({ content, review }) => {
    const there = settleAnchor(content, anchor)
    if (!there) return err(wordsChanged)
    if (review.claims.length >= mostClaims) return err(refused('It has as many sources as it can hold.'))
    return ok([...review.claims, { ...claim, anchor: there }])
  })
}

/** Names another source, or says something else of it. Another source has to be compared anew. */
export async function changeClaim(
  room: Room,
  person: Person,
  { id, claim, source, note }: InputOf<'claim.change'>,
): Changed<ErrorWith<'invalid-input'>> {
  const fault = await faultOf(room, source)
  if (fault) return fault
  return changeClaims(room, person, id, { deed: 'change source', remarks: [claim] }, ({ review }) =>
    withClaim(review.claims, claim, (one) => {
      const isSame = canonicalJson(one.source) === canonicalJson(source)
      return { ...one, source, note: note.trim(), checked: isSame ? one.checked : null }
    }),
  )
}

/** Says that a passage was compared with its source, or takes that back. It holds as long as its sentence says the same. */
export function checkClaim(
  room: Room,
  person: Person,
  { id, claim, checked }: InputOf<'claim.check'>,
): Changed {
  const deed = checked ? 'check source' : 'open source'
  const mark = { by: person.id, at: moment(room) }
  return changeClaims<Refusal>(room, person, id, { deed, remarks: [claim] }, ({ content, review }) => {
    if (checked && review.claims.some((one) => one.id === claim && one.anchor.gone)) return err(wordsChanged)
    return withClaim(review.claims, claim, (one) => ({
      ...one,
      checked: checked ? { ...mark, sentence: sentenceHash(content, one.anchor) } : null,
    }))
  })
}

/** Takes a claim out of the ledger. The log keeps that it was there. */
export function removeClaim(room: Room, person: Person, { id, claim }: InputOf<'claim.remove'>): Changed {
  return changeClaims(room, person, id, { deed: 'remove source', remarks: [claim] }, ({ content, review }) =>
    withClaim(review.claims, claim, (one) => {
      room.removedClaims.set(one.id, { article: id, claim: one, content })
      return null
    }),
  )
}

/** Puts a claim back that was removed here, on its words as they are by now. */
export function putClaimBack(room: Room, person: Person, { id, claim }: InputOf<'claim.put-back'>): Changed {
  return changeClaims(
    room,
    person,
    id,
    { deed: 'put back source', remarks: [claim] },
    ({ content, review }) => {
      const removed = room.removedClaims.get(claim)
      if (removed?.article !== id || review.claims.some((one) => one.id === claim))
        return err({ code: 'not-found' as const, what: 'claim' as const, id: claim })
      const anchor = carryAnchor(removed.claim.anchor, removed.content, content)
      return ok([...review.claims, { ...removed.claim, anchor }])
    },
  )
}

function changeClaims<E>(
  room: Room,
  person: Person,
  id: string,
  done: RemarkDone,
  change: (article: Article) => Result<Claim[], E>,
): Changed<E> {
  const allowed = mayDo(person, ['editor', 'chief'], 'keep the claim ledger')
  if (!allowed.ok) return Promise.resolve(allowed)
  return changeRemarks(room, person, id, (article) => {
    const claims = change(article)
    return claims.ok ? ok({ review: { ...article.review, claims: claims.value }, done }) : claims
  })
}

/** Why a source cannot be named: its address is none, or its file is not kept here. */
async function faultOf(
  { library }: Room,
  source: Source,
): Promise<Result<never, ErrorWith<'invalid-input'>> | null> {
  const isMissing = source.kind === 'file' && (await library.sources.find(source.hash)) === null
  const fault = isMissing ? 'Source: its file is not in the library; add it again' : sourceFault(source)
  return fault === null ? null : err({ code: 'invalid-input', issues: [fault] })
}
