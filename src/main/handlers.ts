import type { Handlers } from '../shared/contract'
import type { ErrorWith } from '../shared/kernel/app-error'
import { err, ok, type Result } from '../shared/kernel/result'
import type { Person } from '../shared/workflow/people'
import { createArticle, openArticle, readHistory } from './services/articles'
import { listAuthors, saveAuthor } from './services/authors'
import { changesSince } from './services/changes-since'
import { listChecks, setCheck } from './services/checklist'
import { addClaim, changeClaim, checkClaim, putClaimBack, removeClaim } from './services/claims'
import {
  addThread,
  blockThread,
  changeComment,
  removeComment,
  replyInThread,
  resolveThread,
} from './services/discussion'
import { findDuplicates } from './services/duplicates'
import { discardDraft, listDrafts, writeDraft } from './services/drafts'
import { listStyle, listStyleVersions, saveStyle } from './services/house-style'
import { findPictures, importFile, neighboursAmong, stopImport } from './services/importing'
import { findInLibrary, replaceInLibrary } from './services/finding'
import { arrangeFront, findForFront, showFront } from './services/front'
import { keepArticle } from './services/keeping'
import type { Libraries } from './services/libraries'
import { findLinkTargets } from './services/link-targets'
import { breakLock, refusalOfLock, releaseLock, showLock, takeLock } from './services/locking'
import { listArticles } from './services/lists'
import { addPicture, listPictures } from './services/media'
import { flagArticle, moveArticle } from './services/moving'
import { setPassphrase } from './services/passphrases'
import { addPerson, changePerson, listPeople } from './services/people'
import { readRecord, verifyOpenLibrary } from './services/record'
import { cropPicture, describePicture } from './services/picture-details'
import type { createPublishing } from './services/publishing'
import { putPictureBack, replacePicture } from './services/replacing-pictures'
import { claimReview, giveReviewBack, handOverReview, moveArticles, planArticle } from './services/queue'
import { listViews, noteLook, removeView, saveView } from './services/queue-views'
import { queueCounts, reviewQueue } from './services/review-queue'
import { mayDo } from './services/roles'
import type { Room } from './services/room'
import {
  lockIfIdle,
  noteAction,
  sessionState,
  signedIn,
  signIn,
  signOut,
  type Session,
} from './services/sessions'
import { addSchedule, listSchedules, putScheduleBack, removeSchedule } from './services/schedule'
import type { createScheduleRunner } from './services/schedule-runner'
import { addSource, readSource } from './services/sources'
import { changeSettings, getSettings } from './services/settings'
import {
  addSuggestion,
  answerSuggestions,
  reopenSuggestion,
  withdrawSuggestion,
} from './services/suggestions'
import { listTemplates, removeTemplate, renameTemplate, saveTemplate } from './services/templates'
import { changeHouseDictionary, listDictionaries, readDictionary } from './services/spelling'
import type { createWayOutServices } from './services/ways-out'
import { listRevisions, noteReading, openRevision, sinceRead } from './services/versions'

/** Everything that leaves the library. */
interface Exporting {
  publishing: ReturnType<typeof createPublishing>
  waysOut: ReturnType<typeof createWayOutServices>
  schedules: ReturnType<typeof createScheduleRunner>
}

/** The desk's table of contents: each request, and the service that answers it. */
export function handlersFor(
  libraries: Libraries,
  { publishing, waysOut, schedules }: Exporting,
): Handlers<Session> {
  const { inLibrary, reading, writing, editing } = entrancesOf(libraries)
  return {
    'session.state': async (session) => {
      const room = libraries.current()
      if (room) lockIfIdle(room, session)
      return ok(sessionState(room, session, await libraries.recent()))
    },
    'session.sign-in': inLibrary(signIn),
    'session.active': inLibrary(async (room, session) => {
      noteAction(room, session)
      return ok({})
    }),
    'session.sign-out': async (session) => {
      signOut(libraries.current(), session)
      return ok({})
    },

    'library.open': (session, { path }) => libraries.open(path, session),
    'library.create': (session, wanted) => libraries.found(session, wanted),
    'library.sample': (session) => libraries.sample(session),

    'article.list': reading(listArticles),
    'article.create': writing(createArticle),
    'article.open': reading(openArticle),
    'article.keep': editing(keepArticle),
    'article.move': writing(moveArticle),
    'article.flag': writing(flagArticle),
    'article.revisions': reading(listRevisions),
    'article.revision': reading(openRevision),
    'article.changes-since': reading(changesSince),
    'article.read': reading(noteReading),
    'article.since-read': reading(sinceRead),
    'article.history': reading(readHistory),
    'import.pictures': writing((room, person, { name, data, beside }) =>
      findPictures(room, person, { name, bytes: bytesOf(data), beside }),
    ),
    'article.import': writing((room, person, { name, data, category, beside }) => {
      const neighbour = neighboursAmong(room.library.media, beside)
      return importFile(room, person, { name, bytes: bytesOf(data), category, neighbour })
    }),
    'import.stop': writing(stopImport),

    'draft.write': writing(writeDraft),
    'draft.discard': writing(discardDraft),
    'draft.mine': reading((room, reader) => (reader ? listDrafts(room, reader) : none())),

    'review.queue': reading(reviewQueue),
    'queue.counts': reading(queueCounts),
    'queue.claim': writing(claimReview),
    'queue.hand-over': writing(handOverReview),
    'queue.give-back': writing(giveReviewBack),
    'queue.plan': writing(planArticle),
    'queue.move': writing(moveArticles),
    'queue.looked': reading(noteLook),
    'queue-view.list': reading(listViews),
    'queue-view.save': writing(saveView),
    'queue-view.remove': writing(removeView),

    'lock.take': writing(takeLock),
    'lock.show': reading(showLock),
    'lock.release': writing(releaseLock),
    'lock.break': writing(breakLock),

    'media.add': writing((room, person, { name, data }) =>
      addPicture(room, person, { name, bytes: bytesOf(data) }),
    ),
    'media.list': reading(listPictures),
    'media.describe': writing(describePicture),
    'media.crop': writing(cropPicture),
    'media.replace': writing(replacePicture),
    'media.put-back': writing(putPictureBack),

    'thread.add': writing(addThread),
    'thread.reply': writing(replyInThread),
    'thread.resolve': writing(resolveThread),
    'thread.block': writing(blockThread),
    'comment.change': writing(changeComment),
    'comment.remove': writing(removeComment),
    'suggestion.add': writing(addSuggestion),
    'suggestion.answer': writing(answerSuggestions),
    'suggestion.reopen': writing(reopenSuggestion),
    'suggestion.withdraw': writing(withdrawSuggestion),

    'check.duplicates': reading(findDuplicates),
    'check.links': reading(findLinkTargets),
    'checklist.list': reading(listChecks),
    'checklist.set': writing(setCheck),
    'claim.add': writing(addClaim),
    'claim.change': writing(changeClaim),
    'claim.check': writing(checkClaim),
    'claim.remove': writing(removeClaim),
    'claim.put-back': writing(putClaimBack),
    'source.add': writing((room, person, { name, data }) =>
      addSource(room, person, { name, bytes: bytesOf(data) }),
    ),
    'source.read': reading(async (room, reader, { hash }: { hash: string }) => {
      const read = await readSource(room, reader, { hash })
      return read.ok ? ok({ data: Buffer.from(read.value).toString('base64') }) : read
    }),

    'record.read': reading(readRecord),
    'record.export': reading(publishing.saveRecord),
    'library.verify': reading(verifyOpenLibrary),

    'template.list': reading(listTemplates),
    'template.save': writing(saveTemplate),
    'template.rename': writing(renameTemplate),
    'template.remove': writing(removeTemplate),

    'author.list': reading(listAuthors),
    'author.save': writing(saveAuthor),

    'person.list': reading(listPeople),
    'person.add': inLibrary(
      async (room, session, wanted) => isWritable(room) ?? addPerson(room, signedIn(room, session), wanted),
    ),
    'person.change': writing(changePerson),
    'person.passphrase': writing(setPassphrase),

    'style.list': reading(listStyle),
    'style.save': writing(saveStyle),
    'style.versions': reading(listStyleVersions),
    'dictionary.list': reading(listDictionaries),
    'dictionary.read': reading(readDictionary),
    'dictionary.change': writing(changeHouseDictionary),

    'find.library': reading(findInLibrary),
    'find.replace': writing(replaceInLibrary),

    'settings.get': inLibrary(getSettings),
    'settings.change': writing(changeSettings),

    'front.show': reading(showFront),
    'front.arrange': writing(arrangeFront),
    'front.candidates': reading(findForFront),

    'preview.lists': reading(publishing.previewLists),
    'preview.surroundings': reading(publishing.surroundings),
    'publish.ready': reading(publishing.ready),
    'publish.export': writing((room, person, wanted) =>
      libraries.holding(() => publishing.exportSite(room, person, wanted)),
    ),
    'publish.cancel': writing(async (_room, person) => {
      const allowed = mayDo(person, ['production'], 'stop an export')
      if (allowed.ok) publishing.cancel()
      waysOut.cancel()
      return allowed.ok ? ok({}) : allowed
    }),
    'publish.article': writing((room, person, wanted) =>
      libraries.holding(() => publishing.exportArticle(room, person, wanted)),
    ),
    'publish.dry-run': reading(waysOut.dryRun),
    'publish.pack': writing((room, person, wanted) =>
      libraries.holding(() => waysOut.pack(room, person, wanted)),
    ),

    'schedule.list': reading(listSchedules),
    'schedule.add': writing((room, person, wanted) => addSchedule(room, person, waysOut.ways, wanted)),
    'schedule.remove': writing(removeSchedule),
    'schedule.put-back': writing(putScheduleBack),
    'schedule.run': inLibrary(
      async (room, session, wanted) =>
        isWritable(room) ?? libraries.holding(() => schedules.run(room, signedIn(room, session), wanted)),
    ),
  }
}

/** The ways into a library, each with what it asks of a session before a service is called. */
export function entrancesOf(libraries: Pick<Libraries, 'current'>) {
  /** A library has to be open. Windows hear of damage that was met on the way. */
  const inLibrary =
    <I, O, E>(serve: (room: Room, session: Session, input: I) => Promise<Result<O, E>>) =>
    async (session: Session, input: I): Promise<Result<O, E | ErrorWith<'no-library'>>> => {
      const room = libraries.current()
      if (!room) return err({ code: 'no-library' })
      lockIfIdle(room, session)
      const known = room.library.problems.length
      const reply = await serve(room, session, input)
      if (room.library.problems.length > known) room.announce('session.changed', {})
      return reply
    }
  /** Somebody has to be signed in, unless the session may read without that. */
  const reading = <I, O, E>(serve: Service<Person | null, I, O, E>) =>
    inLibrary(async (room, session, input: I): Promise<Result<O, E | ErrorWith<'not-signed-in'>>> => {
      const person = signedIn(room, session)
      const mayRead = person !== null || session.readsUnsigned
      return mayRead ? serve(room, person, input, session) : err({ code: 'not-signed-in' })
    })
  /** Somebody has to be signed in, and the library must be ours to write. */
  const writing = <I, O, E>(serve: Service<Person, I, O, E>) =>
    inLibrary(
      async (room, session, input: I): Promise<Result<O, E | ErrorWith<'not-signed-in' | 'read-only'>>> => {
        const refusal = isWritable(room)
        if (refusal) return refusal
        const person = signedIn(room, session)
        if (!person) return err({ code: 'not-signed-in' })
        return atWork(room, session, () => serve(room, person, input, session))
      },
    )
  /** And no other window may hold the edit lock of the article that is to be changed. */
  const editing = <I extends { id: string }, O, E>(serve: Service<Person, I, O, E>) =>
    writing(async (room, person, input: I, session): Promise<Result<O, E | ErrorWith<'edit-refused'>>> => {
      const refusal = refusalOfLock(room, input.id, session)
      return refusal ? err(refusal) : serve(room, person, input, session)
    })
  return { inLibrary, reading, writing, editing }
}

/** A window does not lock while it waits for what its person asked for, an export say. */
async function atWork<T>(room: Room, session: Session, work: () => Promise<T>): Promise<T> {
  noteAction(room, session)
  session.underWay += 1
  try {
    return await work()
  } finally {
    session.underWay -= 1
    noteAction(room, session)
  }
}

/** What answers a request; few services look at the window that asks. */
type Service<P, I, O, E> = (room: Room, person: P, input: I, window: Session) => Promise<Result<O, E>>

const isWritable = ({ library }: Room): Result<never, ErrorWith<'read-only'>> | null =>
  library.readOnlyBecause === null ? null : err({ code: 'read-only', holder: library.readOnlyBecause })

const none = async (): Promise<Result<[], never>> => ok([])
const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64')
