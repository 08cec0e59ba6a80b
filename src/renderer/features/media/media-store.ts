import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { StoredPicture } from '../../../shared/contract'
import type { AppError } from '../../../shared/kernel/app-error'
import { ok, type Result } from '../../../shared/kernel/result'
import type { PictureDescription, PictureDetails } from '../../../shared/media/picture-details'
import { useGalley } from '../../backend'
import { useLibrary } from '../../stores/library-store'
import { useSession } from '../../stores/session-store'

/** The library's pictures, newest first, with what is known of them. Follows changes from other windows while in view. */
export const useMedia = defineStore('media', () => {
  const galley = useGalley()
  const session = useSession()
  const library = useLibrary()

  const pictures = shallowRef<readonly StoredPicture[]>([])
  const loaded = shallowRef(false)
  const failure = shallowRef<AppError | null>(null)
  let latest = 0

  /** Why this person cannot change pictures now, or ''. */
  const refusal = computed(() => {
    if (session.library?.readOnlyBecause) return 'This library is open elsewhere and can only be read here.'
    return session.hasAnyRole('editor', 'chief')
      ? ''
      : 'Adding and describing pictures is for editors, desk chiefs and admins.'
  })

  /** Pictures that the site shows outside articles: what each is, by its hash. */
  const usesElsewhere = computed(() => {
    const uses = new Map<string, string[]>()
    const note = (hash: string | null | undefined, use: string): void => {
      if (hash) uses.set(hash, [...(uses.get(hash) ?? []), use])
    }
    for (const { avatar, name } of library.authors) note(avatar, `Portrait of ${name}`)
    note(library.settings?.site.branding.logo, 'The site’s logo')
    return uses
  })

  const byHash = computed(() => new Map(pictures.value.map((picture) => [picture.hash, picture])))

  async function load(): Promise<void> {
    const asked = (latest += 1)
    const reply = await galley.request('media.list', {})
    if (asked !== latest) return
    loaded.value = true
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) pictures.value = reply.value
  }

  /** Loads now, and again after changes anywhere, until the returned function is called. */
  function follow(): () => void {
    const reloadSoon = useDebounceFn(load, 300, { maxWait: 1500 })
    const stops = (['article.changed', 'media.changed'] as const).map((name) =>
      galley.on(name, () => void reloadSoon()),
    )
    void load()
    return () => stops.forEach((stop) => stop())
  }

  /** Changes parts of a picture's description; gives what these parts said before. */
  async function describe(
    hash: string,
    changes: Partial<PictureDescription>,
  ): Promise<Result<Partial<PictureDescription>, AppError>> {
    const before = byHash.value.get(hash)?.details.description
    const reply = await galley.request('media.describe', { hash, changes })
    if (!reply.ok) return reply
    take(hash, reply.value)
    const fields = Object.keys(changes) as (keyof PictureDescription)[]
    return ok(before ? Object.fromEntries(fields.map((field) => [field, before[field]])) : {})
  }

  function take(hash: string, details: PictureDetails): void {
    pictures.value = pictures.value.map((one) => (one.hash === hash ? { ...one, details } : one))
  }

  watch(
    () => session.library?.path,
    () => {
      latest += 1
      pictures.value = []
      loaded.value = false
      failure.value = null
    },
  )

  return { pictures, byHash, loaded, failure, refusal, usesElsewhere, load, follow, describe }
})
