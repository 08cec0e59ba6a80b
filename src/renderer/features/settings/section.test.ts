import { effectScope, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import type { AppError } from '../../../shared/kernel/app-error'
import { ok } from '../../../shared/kernel/result'
import { useSession } from '../../stores/session-store'
import { createFakeGalley, fakeId, fakePerson, fakeSession } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useSection, type Section } from './section'

const kept = { name: 'The Paper' }
type Named = typeof kept

const sectionOf = (library: () => Named, store: (draft: Named) => Promise<AppError | null>): Section<Named> =>
  inWindow(createFakeGalley(), () => useSection('site', library, store)).value

/** Opens and leaves the section again and again in one window. */
async function visits() {
  const galley = createFakeGalley()
  const { value: session, app: window } = inWindow(galley, useSession)
  await session.load()
  const library = ref({ ...kept })
  const saved: ((error: AppError | null) => void)[] = []
  function visit(): { section: Section<Named>; leave: () => void } {
    const scope = effectScope()
    const section = window.runWithContext(() =>
      scope.run(() =>
        useSection(
          'site',
          () => library.value,
          () => new Promise<AppError | null>((resolve) => saved.push(resolve)),
        ),
      ),
    )
    if (!section) throw new Error('The section was left before it was opened')
    return { section, leave: () => scope.stop() }
  }
  return { galley, session, library, saved, visit }
}

describe('a section of the settings', () => {
  it('is saved only once the library has it', async () => {
    const library = ref({ ...kept })
    const section = sectionOf(
      () => library.value,
      (draft) => {
        library.value = draft
        return Promise.resolve(null)
      },
    )
    expect(section.state.value).toBe('unchanged')
    section.draft.value.name = 'The Post'
    expect(section.state.value).toBe('unsaved')
    const saving = section.save()
    expect(section.state.value).toBe('saving')
    await saving
    expect(section.state.value).toBe('saved')
    expect(library.value.name).toBe('The Post')
  })

  it('keeps what was typed when saving fails', async () => {
    const section = sectionOf(
      () => kept,
      () => Promise.resolve({ code: 'read-only', holder: 'another desk' } as const),
    )
    section.draft.value.name = 'The Post'
    await section.save()
    expect(section.failure.value?.code).toBe('read-only')
    expect(section.state.value).toBe('unsaved')
    expect(section.draft.value.name).toBe('The Post')
  })

  it('follows another window only while untouched', async () => {
    const library = ref({ ...kept })
    const section = sectionOf(
      () => library.value,
      () => Promise.resolve(null),
    )
    library.value = { name: 'The Times' }
    await nextTick()
    expect(section.draft.value.name).toBe('The Times')
    section.draft.value.name = 'Mine'
    library.value = { name: 'Theirs' }
    await nextTick()
    expect(section.draft.value.name).toBe('Mine')
  })

  it('shows what was left unsaved when the person comes back, until it is put back', async () => {
    const { library, visit } = await visits()
    const first = visit()
    first.section.draft.value.name = 'The Post'
    first.leave()
    const second = visit()
    expect(second.section.draft.value.name).toBe('The Post')
    expect(second.section.state.value).toBe('unsaved')
    second.section.reset()
    second.leave()
    library.value = { name: 'The Times' }
    expect(visit().section.draft.value.name).toBe('The Times')
  })

  it('shows nobody what another person left unsaved', async () => {
    const { galley, session, visit } = await visits()
    const first = visit()
    first.section.draft.value.name = 'The Post'
    first.leave()
    const other = { ...fakePerson, id: fakeId(2), name: 'Adam Admin' }
    galley.answer('session.state', () => ok(fakeSession({ person: other })))
    await session.load()
    const theirs = visit()
    expect(theirs.section.draft.value.name).toBe('The Paper')
    expect(theirs.section.state.value).toBe('unchanged')
  })

  it('has nothing unsaved when what was on its way on leaving is saved', async () => {
    const { library, saved, visit } = await visits()
    const first = visit()
    first.section.draft.value.name = 'The Post'
    const saving = first.section.save()
    first.leave()
    const second = visit()
    library.value = { name: 'The Post' }
    saved[0]?.(null)
    await saving
    await nextTick()
    expect(second.section.state.value).toBe('unchanged')
    second.leave()
    expect(visit().section.state.value).toBe('unchanged')
  })
})
