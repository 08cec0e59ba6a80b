import { nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { useSection } from './section'

const kept = { name: 'The Paper' }

describe('a section of the settings', () => {
  it('is saved only once the library has it', async () => {
    const library = ref({ ...kept })
    const section = useSection(
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
    const section = useSection(
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
    const section = useSection(
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
})
