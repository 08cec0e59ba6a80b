/** Every failure a person can meet. Plain data, so that it survives the way to the window. */
export type AppError =
  | {
      code: 'not-found'
      what:
        | 'article'
        | 'author'
        | 'claim'
        | 'comment'
        | 'draft'
        | 'media'
        | 'person'
        | 'revision'
        | 'schedule'
        | 'source'
        | 'suggestion'
        | 'template'
        | 'thread'
      id: string
    }
  | { code: 'revision-conflict'; yours: number; latest: number }
  | { code: 'disk-write-failed'; path: string; reason: string }
  | { code: 'invalid-input'; issues: string[] }
  | { code: 'unexpected'; reference: string }
  /** The desk that a window talks to has stopped. */
  | { code: 'no-answer' }
  | { code: 'not-signed-in' }
  | { code: 'not-allowed'; action: string; reason: string }
  /** `heldBy`: who works on the article at another window, where that is why. */
  | { code: 'edit-refused'; reason: string; heldBy?: string }
  | { code: 'move-refused'; move: string; reasons: string[] }
  /** Somebody else has the review, or the article is in no state for what was asked. */
  | { code: 'queue-refused'; reason: string }
  | { code: 'remark-refused'; reason: string }
  | { code: 'wrong-passphrase' }
  | { code: 'too-many-tries'; seconds: number }
  | { code: 'read-only'; holder: string }
  | { code: 'no-library' }
  /** Others are at work in the open library, so this window may not open another in its place. */
  | { code: 'library-in-use'; reason: string }
  | { code: 'missing-library'; path: string }
  | { code: 'not-a-library'; path: string; reason: string }
  | { code: 'folder-not-empty'; path: string }
  | { code: 'damaged-file'; path: string; reason: string; movedTo: string | null }
  | { code: 'newer-format'; path: string; found: number; known: number }
  | { code: 'picture-refused'; name: string; reason: string }
  | { code: 'import-failed'; file: string; reason: string }
  | { code: 'export-failed'; path: string; reason: string }
  | { code: 'cancelled' }

export type ErrorCode = AppError['code']
export type ErrorWith<C extends ErrorCode> = Extract<AppError, { code: C }>
