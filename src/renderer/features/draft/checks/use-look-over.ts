import type { ComputedRef, ShallowRef } from 'vue'
import type { Place } from '../../../../shared/checking/places'
import type { SiteSettings } from '../../../../shared/site/settings'
import type { BodyEditor } from '../body/use-body-editor'
import { bodyJson } from '../body-json'
import type { Draft } from '../draft-store'
import type { DraftPart } from '../use-history'
import { useGoToPlace } from './go-to-place'
import { useChecks, type Checks } from './use-checks'
import { useNextPlaceholder } from './use-next-placeholder'

/** Looking over an open article: what is found, and the way to where it stands. */
export function useLookOver(
  draft: Draft,
  { editor, doc }: BodyEditor,
  site: () => SiteSettings,
  root: Readonly<ShallowRef<HTMLElement | null>>,
  show: (part: DraftPart) => void,
): { checks: ComputedRef<Checks>; goTo: (place: Place) => Promise<void> } {
  const checks = useChecks(draft, doc, site)
  const goTo = useGoToPlace({ editor }, root, show)
  useNextPlaceholder(editor, () => ({ ...draft.fields.value, body: bodyJson(doc.value) }), goTo)
  return { checks, goTo }
}

/** How much there is to settle or to look at. */
export const countRemarks = ({ blocking, lengths, duplicates, links }: Checks): number =>
  blocking.length + lengths.length + duplicates.length + links.length
