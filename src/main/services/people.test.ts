import { describe, expect, it } from 'vitest'
import { setPassphrase } from './passphrases'
import { addPerson, changePerson } from './people'
import { openRoom } from './room'
import { createSessions, sessionState, signIn, signOut, type Session } from './sessions'
import { libraryInMemory } from './testing/library-in-memory'
import { openNewsroom, personOf, refusalOf, valueOf, type Newsroom } from './testing/newsroom'

const someSession = (): Session => createSessions().open(() => undefined, false)
const enter = ({ room }: Newsroom, person: { id: string }, passphrase: string, session = someSession()) =>
  signIn(room, session, { person: person.id, passphrase })

describe('signing in', () => {
  it('takes the passphrase, and none from an editor who has none', async () => {
    const newsroom = await openNewsroom()
    const session = someSession()
    expect(refusalOf(await enter(newsroom, newsroom.chief, 'guess', session))).toContain('wrong-passphrase')
    expect(session.person).toBeNull()
    expect(valueOf(await enter(newsroom, newsroom.chief, 'cleo', session))).toMatchObject({ name: 'Cleo' })
    expect(session.person).toBe(newsroom.chief.id)
    expect(valueOf(await enter(newsroom, newsroom.editor, ''))).toMatchObject({ hasPassphrase: false })
    signOut(newsroom.room, session)
    expect(session.person).toBeNull()
  })

  it('asks every editor where the rules say so', async () => {
    const newsroom = await openNewsroom()
    const { room, editor } = newsroom
    await room.library.settings.change((now) => {
      const next = { ...now, rules: { ...now.rules, editorsMaySkipPassphrase: false } }
      return { ok: true, value: { next, value: null } }
    })
    expect(refusalOf(await enter(newsroom, editor, ''))).toContain('wrong-passphrase')
  })

  it('does not know disabled people', async () => {
    const newsroom = await openNewsroom()
    const { room, admin, chief } = newsroom
    const session = someSession()
    valueOf(await enter(newsroom, chief, 'cleo', session))
    const { id, name, role, author } = chief
    valueOf(await changePerson(room, admin, { id, name, role, author, disabled: true }))
    expect(refusalOf(await enter(newsroom, chief, 'cleo'))).toContain('not-found')
    const state = sessionState(room, session, [])
    expect(state.person).toBeNull()
    expect(state.people.map((one) => one.name)).toEqual(['Ada', 'Conrad', 'Edda', 'Pia'])
  })

  it('slows guessing down, a person at a time, many at once included', async () => {
    const newsroom = await openNewsroom()
    const { chief, admin, clock } = newsroom
    const tries = await Promise.all(Array.from({ length: 8 }, () => enter(newsroom, chief, 'guess')))
    const codes = tries.map((one) => (one.ok ? '' : one.error.code))
    expect(codes.filter((code) => code === 'wrong-passphrase')).toHaveLength(5)
    expect(refusalOf(await enter(newsroom, chief, 'cleo'))).toBe('{"code":"too-many-tries","seconds":5}')
    expect(valueOf(await enter(newsroom, admin, 'ada'))).toBeTruthy()

    clock.now = new Date(clock.now.getTime() + 5000)
    expect(refusalOf(await enter(newsroom, chief, 'guess'))).toContain('wrong-passphrase')
    expect(refusalOf(await enter(newsroom, chief, 'cleo'))).toContain('"seconds":10')
    clock.now = new Date(clock.now.getTime() + 10_000)
    expect(valueOf(await enter(newsroom, chief, 'cleo'))).toBeTruthy()
    expect(refusalOf(await enter(newsroom, chief, 'guess'))).toContain('wrong-passphrase')
  })

  it('goes on slowing down once the library was closed, but not because a clock was wrong', async () => {
    const newsroom = await openNewsroom()
    const { chief, clock, room } = newsroom
    for (let guess = 0; guess < 5; guess += 1) await enter(newsroom, chief, 'guess')
    newsroom.room = openRoom(room.library, room)
    expect(refusalOf(await enter(newsroom, chief, 'cleo'))).toContain('too-many-tries')
    clock.now = new Date(clock.now.getTime() - 3_600_000)
    expect(valueOf(await enter(newsroom, chief, 'cleo'))).toBeTruthy()
  })
})

describe('people', () => {
  it('make their first one an admin, whatever was asked', async () => {
    const { room } = await openNewsroom()
    const empty = openRoom(libraryInMemory(), room)
    const bare = { name: 'Edda', role: 'editor', passphrase: null } as const
    expect(refusalOf(await addPerson(empty, null, bare))).toContain('needs one')
    const first = await addPerson(empty, null, { ...bare, passphrase: 'secret' })
    expect(valueOf(first)).toMatchObject({ role: 'admin', hasPassphrase: true })
    expect(refusalOf(await addPerson(empty, null, { ...bare, name: 'Eve' }))).toContain('not-signed-in')
  })

  it('let two first ones at once make one admin', async () => {
    const { room } = await openNewsroom()
    const empty = openRoom(libraryInMemory(), room)
    const both = ['Ada', 'Eve'].map((name) =>
      addPerson(empty, null, { name, role: 'admin', passphrase: 'x' }),
    )
    expect((await Promise.all(both)).filter((one) => one.ok)).toHaveLength(1)
  })

  it('are added and changed by admins only, each under a name of their own', async () => {
    const { room, chief, admin, editor } = await openNewsroom()
    const eve = { name: 'Eve', role: 'editor', passphrase: null } as const
    expect(refusalOf(await addPerson(room, chief, eve))).toContain('not-allowed')
    expect(valueOf(await addPerson(room, admin, eve))).toMatchObject({ name: 'Eve', role: 'editor' })
    expect(refusalOf(await addPerson(room, admin, { ...eve, name: 'EDDA' }))).toContain('already somebody')
    expect(refusalOf(await addPerson(room, admin, { ...eve, name: 'C', role: 'chief' }))).toContain(
      'needs one',
    )
    const { id, name, author } = editor
    const promoted = { id, name, author, role: 'chief', disabled: false } as const
    expect(refusalOf(await changePerson(room, admin, promoted))).toContain('Passphrase')
    expect(refusalOf(await changePerson(room, admin, { ...promoted, author: id }))).toContain('not-found')
  })

  it('always keep an admin who can sign in', async () => {
    const { room, admin } = await openNewsroom()
    const { id, name, author } = admin
    const wanted = { id, name, author, role: 'admin', disabled: false } as const
    expect(refusalOf(await changePerson(room, admin, { ...wanted, disabled: true }))).toContain('last admin')
    expect(refusalOf(await changePerson(room, admin, { ...wanted, role: 'chief' }))).toContain('last admin')
    const second = personOf('Bo', 'admin')
    await room.library.people.change((now) => ({ ok: true, value: { next: [...now, second], value: null } }))
    expect(valueOf(await changePerson(room, admin, { ...wanted, role: 'chief' }))).toMatchObject({
      role: 'chief',
    })
  })

  it('set their own passphrase with the present one, an admin anybody’s', async () => {
    const newsroom = await openNewsroom()
    const { room, chief, admin, editor } = newsroom
    const wanted = { id: chief.id, present: 'wrong', passphrase: 'new' }
    expect(refusalOf(await setPassphrase(room, chief, wanted, someSession()))).toContain('wrong-passphrase')
    expect(refusalOf(await setPassphrase(room, editor, wanted, someSession()))).toContain('not-allowed')
    valueOf(await setPassphrase(room, chief, { ...wanted, present: 'cleo' }, someSession()))
    expect(valueOf(await enter(newsroom, chief, 'new'))).toBeTruthy()
    valueOf(
      await setPassphrase(room, admin, { id: editor.id, present: '', passphrase: 'mine' }, someSession()),
    )
    expect(refusalOf(await enter(newsroom, editor, ''))).toContain('wrong-passphrase')
  })
})
