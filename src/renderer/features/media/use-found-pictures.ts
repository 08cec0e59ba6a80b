import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { StoredPicture } from '../../../shared/contract'
import {
  passes,
  pictureFilters,
  pictureSearch,
  type PictureFilter,
} from '../../../shared/media/find-pictures'
import { useMedia } from './media-store'
import { today } from './picture-words'

/** Pictures by what is typed and the filter that is chosen. */
interface FoundPictures {
  search: Ref<string>
  filter: Ref<PictureFilter>
  /** Those that match both. */
  found: ComputedRef<readonly StoredPicture[]>
  /** How many of those that match the search each filter would show. */
  counts: ComputedRef<Record<PictureFilter, number>>
}

export function useFoundPictures(): FoundPictures {
  const media = useMedia()
  const search = ref('')
  const filter = ref<PictureFilter>('all')
  const day = today()
  const passing = (one: StoredPicture, by: PictureFilter): boolean =>
    passes(one, by, { today: day, isUsedElsewhere: (hash) => media.usesElsewhere.has(hash) })

  const sought = computed(() => media.pictures.filter(pictureSearch(search.value)))
  const found = computed(() => sought.value.filter((one) => passing(one, filter.value)))
  const counts = computed(() => {
    const counted = pictureFilters.map((one) => [one, sought.value.filter((it) => passing(it, one)).length])
    return Object.fromEntries(counted) as Record<PictureFilter, number>
  })
  return { search, filter, found, counts }
}
