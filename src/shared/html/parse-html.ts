import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { err, ok, type Result } from '../kernel/result'

/** A file that would grow far beyond what was written: formatting that is never closed is opened in every block. */
class TooManyElements extends Error {}

/** An HTML page as browsers read it, or why it cannot be read. */
export const parsePage = (text: string): Result<Tree.Document, string> =>
  guarded(text, (treeAdapter) => parse(text, { treeAdapter, scriptingEnabled: false }))

/** A piece of HTML as browsers read it, or why it cannot be read. */
export const parsePiece = (text: string): Result<Tree.DocumentFragment, string> =>
  guarded(text, (treeAdapter) => parseFragment(text, { treeAdapter, scriptingEnabled: false }))

function guarded<T>(text: string, read: (treeAdapter: typeof defaultTreeAdapter) => T): Result<T, string> {
  let left = 50_000 + 3 * (text.match(/</g)?.length ?? 0)
  const createElement: typeof defaultTreeAdapter.createElement = (name, namespace, attributes) => {
    left -= 1
    if (left < 0) throw new TooManyElements()
    return defaultTreeAdapter.createElement(name, namespace, attributes)
  }
  try {
    return ok(read({ ...defaultTreeAdapter, createElement }))
  } catch (failure) {
    if (failure instanceof TooManyElements) return err('its tags are opened again and again and never closed')
    throw failure
  }
}
