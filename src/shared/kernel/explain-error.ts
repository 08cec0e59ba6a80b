import type { AppError } from './app-error'

/** A failure in words: what happened, whether the work is safe, what to do. */
export interface Explanation {
  what: string
  safe: string
  next: string
}

const nothingChanged = 'Nothing was changed.'

/** Words for a failure. The window shows all three sentences; the command line prints them in a row. */
export function explainError(error: AppError): Explanation {
  switch (error.code) {
    case 'not-found':
      return say(
        `There is no ${error.what} “${error.id}” in this library.`,
        nothingChanged,
        'Check the name or id.',
      )
    case 'revision-conflict':
      return say(
        `Somebody else kept revision ${error.latest} while you were working on revision ${error.yours}.`,
        'Your text is safe: it stays here and in your unsaved drafts.',
        'Compare the two, then keep yours on top of theirs or take theirs.',
      )
    case 'disk-write-failed':
      return say(
        `The disk refused to store ${error.path}: ${error.reason}.`,
        'What was kept before is untouched; what you typed since is still in this window.',
        'Free some space or check the folder’s permissions, then save again.',
      )
    case 'invalid-input':
      return say(
        `That cannot be kept: ${error.issues.join('; ')}.`,
        nothingChanged,
        'Correct it and try again.',
      )
    case 'unexpected':
      return say(
        `Something went wrong inside Galley (reference ${error.reference}).`,
        'What was kept before is untouched.',
        'Try again; if it happens twice, report the reference.',
      )
    case 'no-answer':
      return say(
        'The desk does not answer: Galley has stopped.',
        'What was kept before is untouched; what you typed since is still in this window.',
        'Copy it out of this window before you close it, then start Galley again.',
      )
    case 'not-signed-in':
      return say(
        'Nobody is signed in.',
        'Unsaved text is kept in its person’s drafts.',
        'Sign in and try again.',
      )
    case 'not-allowed':
      return say(
        `You may not ${error.action}: ${error.reason}`,
        nothingChanged,
        'Ask somebody with that role.',
      )
    case 'edit-refused':
      return say(
        `The article cannot be edited now: ${error.reason}`,
        'Your unsaved text stays in your drafts.',
        error.heldBy === undefined
          ? 'Ask a desk chief to send it back, or recall it.'
          : `Wait until ${error.heldBy} is done, or have a desk chief take over.`,
      )
    case 'move-refused':
      return say(`Refused: ${error.reasons.join(' ')}`, nothingChanged, 'Settle what is named and try again.')
    case 'queue-refused':
      return say(error.reason, nothingChanged, 'Look at the queue as it is now, then try again.')
    case 'remark-refused':
      return say(error.reason, nothingChanged, 'Look at the comments as they are now, then try again.')
    case 'wrong-passphrase':
      return say(
        'That is not the passphrase.',
        nothingChanged,
        'Try again, or ask an admin to set a new one.',
      )
    case 'too-many-tries':
      return say(
        `Too many wrong passphrases in a row.`,
        nothingChanged,
        `Wait ${error.seconds} ${error.seconds === 1 ? 'second' : 'seconds'}, then try again.`,
      )
    case 'read-only':
      return say(
        `This library is open elsewhere (${error.holder}), so it can only be read here.`,
        nothingChanged,
        'Close it there, then open it here again.',
      )
    case 'no-library':
      return say('No library is open.', nothingChanged, 'Open one, make a new one, or try the sample.')
    case 'library-in-use':
      return say(
        `Another library cannot be opened now: ${error.reason}.`,
        nothingChanged,
        'Wait until that is done, or sign in first.',
      )
    case 'missing-library':
      return say(
        `There is no folder ${error.path}.`,
        'Galley made nothing in its place.',
        'If it is on another disk, connect it; otherwise choose another library or make a new one.',
      )
    case 'not-a-library':
      return say(
        `${error.path} is not a Galley library: ${error.reason}.`,
        nothingChanged,
        'Choose another folder.',
      )
    case 'folder-not-empty':
      return say(
        `${error.path} already holds something.`,
        nothingChanged,
        'A new library needs a folder that is empty or does not exist yet.',
      )
    case 'damaged-file':
      return say(
        `${error.path} is damaged: ${error.reason}.`,
        error.movedTo ? `It was kept as it is, as ${error.movedTo}.` : 'It was left as it is.',
        'Restore it from a backup or from the article’s revisions, then open the library again.',
      )
    case 'newer-format':
      return say(
        `${error.path} was written by a newer Galley (format ${error.found}; this one knows ${error.known}).`,
        nothingChanged,
        'Update Galley, then open the library again.',
      )
    case 'picture-refused':
      return say(
        `${error.name} cannot be used as a picture: ${error.reason}.`,
        nothingChanged,
        'Choose another file.',
      )
    case 'import-failed':
      return say(
        `${error.file} could not be imported: ${error.reason}.`,
        nothingChanged,
        'Correct the file and import it again.',
      )
    case 'export-failed':
      return say(
        `The export to ${error.path} failed: ${error.reason}.`,
        'The library is untouched, and the site is as it was before or will be completed by the next export.',
        'Settle what is named and export again.',
      )
    case 'cancelled':
      return say('Stopped, as you asked.', nothingChanged, '')
  }
}

const say = (what: string, safe: string, next: string): Explanation => ({ what, safe, next })

/** A failure as one paragraph. */
export function errorText(error: AppError): string {
  const { what, safe, next } = explainError(error)
  return [what, safe, next].filter(Boolean).join(' ')
}
