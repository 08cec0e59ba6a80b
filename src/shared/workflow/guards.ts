import type { Article, Seal } from '../article/article'
import { brokenParts } from '../article/seal'
import type { Approval } from '../review/remarks'
import { checklistOf, heldBackBy, isWaived } from '../review/checklist'
import { blockingComments } from '../review/machine-checks'
import type { MachineCheckName } from '../review/machine-check-names'
import type { CheckSurroundings } from '../review/machine-checks/surroundings'
import type { ArticleType } from '../site/article-types'
import type { Rules, SiteSettings } from '../site/settings'
import { zonedWords } from '../site/zoned-time'
import { lacksOfCorrection, type CorrectionForm } from './correction'
import { approvalsNeeded, approversOf } from './approval'
import type { GuardName } from './moves'
import type { Person } from './people'
import {
  emptyFields,
  outsideLimits,
  placeholdersLeft,
  typeOf,
  withoutAlt,
  type Shortcoming,
} from './readiness'
import type { Sign } from './signature'
import { flagNames, type FlagName } from './states'

/** All a guard may look at. */
export interface MoveFacts {
  article: Article
  person: Pick<Person, 'id' | 'name' | 'role'>
  /** The hash of the sealed parts as they are now. */
  sealedNow: Pick<Seal, 'hash' | 'parts'>
  site: Pick<SiteSettings, 'timeZone'>
  rules: Rules
  /** The library’s, the first one first. */
  articleTypes: readonly ArticleType[]
  note: string
  /** A correction's form; null for every other move, and where only its text was given. */
  correction: CorrectionForm | null
  /** The moment the decision is made for: now, or an export's `asOf`. UTC, ISO 8601. */
  asOf: string
  /** The headline of another exported or approved article with the same address, if any. */
  addressTakenBy: string | null
  /** What the machine checks look at besides the article. */
  around: CheckSurroundings
  /** Those of the article’s approvals whose signatures hold. */
  approvals: readonly Approval[]
  /** Signs in this person’s name; null while their key is not open. */
  sign: Sign | null
}

/** Each guard gives its reasons to refuse; none means it is content. */
export const guards: Record<GuardName, (facts: MoveFacts) => string[]> = {
  complete: (facts) => {
    const { content } = facts.article
    const type = typeOf(content, facts.articleTypes)
    return [
      ...sentences(emptyFields(content, type)),
      ...unlessWaived('alt-text', facts, withoutAlt(content)),
      ...unlessWaived('limits', facts, type.strict ? outsideLimits(content, type) : []),
    ]
  },

  'no-placeholder': (facts) => unlessWaived('placeholders', facts, placeholdersLeft(facts.article.content)),

  'no-blocking-comment': ({ article }) => sentences(blockingComments(article)),

  'checks-settled': ({ article, sealedNow: { hash }, around }) =>
    heldBackBy(checklistOf(article, hash, around)),

  'own-submission': ({ article, person }) =>
    person.role === 'editor' && article.review.submittedBy !== person.id
      ? ['Only the person who submitted it or a desk chief can recall it.']
      : [],

  'own-draft': ({ article, person }) => {
    if (person.role !== 'editor') return []
    const own = article.createdBy === person.id
    const plain = article.review.state === 'draft' || article.review.state === 'spiked'
    return own && plain ? [] : ['Editors can spike and restore only drafts of their own.']
  },

  note: ({ note }) => (note.trim() === '' ? ['A note is needed.'] : []),

  'correction-told': ({ correction, note }) => lacksOfCorrection(correction, note),

  'not-own-change': ({ article, person, rules }) =>
    rules.approverMayNotHaveEdited && article.review.changedBy.includes(person.id)
      ? ['You changed this article since its last approval, so somebody else has to approve it.']
      : [],

  'approval-wanted': ({ article, person, sealedNow, rules, approvals }) => {
    const approvers = approversOf(approvals, sealedNow.hash)
    if (article.review.state === 'approved' && approvers.length >= approvalsNeeded(article, rules))
      return ['It is approved already.']
    return approvers.includes(person.id)
      ? ['You approved it already. It takes two people, so somebody else has to approve it too.']
      : []
  },

  'key-open': ({ sign }) =>
    sign
      ? []
      : [
          'Your key is not open, so your approval cannot be signed. Sign out and in again, and approve it then.',
        ],

  'flags-done': ({ article }) =>
    (Object.keys(flagNames) as FlagName[])
      .filter((flag) => article.review.flags[flag] === 'required')
      .map((flag) => `${flagNames[flag]} is required and not done.`),

  'seal-whole': ({ article, sealedNow }) => {
    const { seal } = article.review
    if (!seal) return ['It was never approved.']
    const changed = brokenParts(seal, sealedNow)
    return changed.length > 0 ? [`Changed since the approval: ${changed.join(', ')}.`] : []
  },

  'approval-signed': ({ article, sealedNow, rules, approvals }) => {
    const { seal } = article.review
    // A broken seal is told of by itself.
    if (seal?.hash !== sealedNow.hash) return []
    const approvers = approversOf(approvals, sealedNow.hash).length
    if (approvers >= approvalsNeeded(article, rules)) return []
    if (approvers > 0)
      return [
        'It takes two people to approve it, and one did. The text is safe: have a second one approve it.',
      ]
    return seal.signatures.length === 0
      ? ['Nobody signed its approval. The text is safe: approve it again.']
      : [
          'The signature on its approval does not hold: it is not of a desk chief or an admin, or not over this text. ' +
            'The text is safe: read it, and approve it again.',
        ]
  },

  'embargo-passed': ({ article, asOf, site }) => {
    const { embargo } = article.content
    return embargo !== null && isLater(embargo, asOf)
      ? [`It is under embargo until ${zonedWords(embargo, site.timeZone)}.`]
      : []
  },

  'publish-time-reached': ({ article, asOf, site }) => {
    const { publishTime } = article.content
    return publishTime.kind === 'at' && isLater(publishTime.at, asOf)
      ? [`Its publish time is still to come: ${zonedWords(publishTime.at, site.timeZone)}.`]
      : []
  },

  'licence-valid': ({ article, asOf }) => {
    const expires = article.content.thumbnail?.expires ?? null
    return expires !== null && expires < asOf.slice(0, 10)
      ? [`The thumbnail’s licence ended on ${expires}.`]
      : []
  },

  'address-unique': ({ addressTakenBy }) =>
    addressTakenBy === null
      ? []
      : [`“${addressTakenBy}” already has the same address; change one of the slugs.`],
}

const sentences = (shortcomings: readonly Shortcoming[]): string[] =>
  shortcomings.map(({ sentence }) => sentence)

/** What a desk chief waived for exactly this text is no reason to refuse it. */
const unlessWaived = (
  check: MachineCheckName,
  { article, sealedNow: { hash } }: MoveFacts,
  found: readonly Shortcoming[],
): string[] => (isWaived(article, check, hash) ? [] : sentences(found))

const isLater = (moment: string, than: string): boolean => Date.parse(moment) > Date.parse(than)
