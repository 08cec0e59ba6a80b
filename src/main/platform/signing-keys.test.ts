import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256Hex } from '../../shared/kernel/hash'
import { createSigningKeys } from './signing-keys'

const keys = createSigningKeys({ n: 2 ** 10, r: 8, p: 1 })
const hash = sha256Hex('what is signed')

it('knows what was signed with a key, again and again', async () => {
  const { key, open } = await keys.make('a passphrase')
  const signed = open.sign(hash)
  expect([1, 2].map(() => keys.hasSigned(key, hash, signed))).toEqual([true, true])
  expect(keys.hasSigned(key, sha256Hex('something else'), signed)).toBe(false)
  expect(keys.hasSigned(key, hash, { ...signed, signature: 'no signature' })).toBe(false)
})

it('takes no other public half for a key it has read before', async () => {
  const { key, open } = await keys.make('a passphrase')
  const other = await keys.make('another passphrase')
  expect(keys.hasSigned(key, hash, open.sign(hash))).toBe(true)
  const exchanged = { ...key, publicKey: other.key.publicKey }
  const { signature } = other.open.sign(hash)
  expect(keys.hasSigned(exchanged, hash, { key: key.id, signature })).toBe(false)
  expect(keys.hasSigned(key, hash, open.sign(hash))).toBe(true)
  expect(keys.hasSigned(key, hash, other.open.sign(hash))).toBe(false)
})

it('trusts no key of another kind, and no bytes that are none', async () => {
  const { key } = await keys.make('a passphrase')
  const { publicKey, privateKey } = generateKeyPairSync('ed448')
  for (const der of [publicKey.export({ type: 'spki', format: 'der' }), Buffer.from('no key')]) {
    const id = sha256Hex(der)
    const signature = sign(null, Buffer.from(hash, 'utf8'), privateKey).toString('base64')
    const forged = { ...key, id, publicKey: der.toString('base64') }
    expect(keys.hasSigned(forged, hash, { key: id, signature })).toBe(false)
  }
})

it('opens a key with its passphrase alone', async () => {
  const made = await keys.make('a passphrase')
  const key = { ...made.key, from: '2026-05-17T09:00:00.000Z', until: null }
  expect(await keys.open(key, 'another one')).toBeNull()
  const open = await keys.open(key, 'a passphrase')
  expect(open && keys.hasSigned(key, hash, open.sign(hash))).toBe(true)
})
