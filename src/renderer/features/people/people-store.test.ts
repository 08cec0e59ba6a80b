import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/kernel/result'
import { createFakeGalley, fakeId, fakePerson } from '../../testing/fake-galley'
import { inWindow } from '../../testing/in-window'
import { useLibrary } from '../../stores/library-store'
import { usePeople } from './people-store'

const added = { ...fakePerson, id: fakeId(2), name: 'Carl Chief', role: 'chief' as const }

describe('people', () => {
  it('are listed anew once one was added', async () => {
    const galley = createFakeGalley({ 'person.add': () => ok(added) })
    const { people, library } = inWindow(galley, () => ({ people: usePeople(), library: useLibrary() })).value
    galley.answer('person.list', () => ok([fakePerson, added]))
    const failure = await people.addPerson({ name: 'Carl Chief', role: 'chief', passphrase: 'a long one' })
    expect(failure).toBeNull()
    expect(library.people.map((person) => person.name)).toEqual(['Edith Larsen', 'Carl Chief'])
  })

  it('gives the reason when the library refuses', async () => {
    const galley = createFakeGalley({
      'person.change': () => err({ code: 'not-allowed', action: 'change people', reason: 'admins do.' }),
    })
    const people = inWindow(galley, usePeople).value
    const failure = await people.changePerson({ ...added, author: null, disabled: true })
    expect(failure?.code).toBe('not-allowed')
  })
})
