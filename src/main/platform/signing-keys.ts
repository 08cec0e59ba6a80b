import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { sha256Hex } from '../../shared/kernel/hash'
import type { PersonKey } from '../../shared/workflow/people'
import type { Keys, OpenKey } from '../services/ports'
import { keyFrom, usualCost, type Cost } from './passphrases'

const cipher = 'aes-256-gcm'
const ivBytes = 12

/**
 * People's keys: Ed25519, the private half sealed by AES-256-GCM under a key that scrypt gives for the passphrase and
 * a salt of its own, so that neither it nor the passphrase's stored hash leads to the other.
 * @param cost of a try at a passphrase, for keys that are sealed from now on
 */
export function createSigningKeys(cost: Cost = usualCost): Keys {
  const opened = (id: string, privateKey: KeyObject): OpenKey => ({
    id,
    sign: (hash) => ({ key: id, signature: sign(null, bytesOf(hash), privateKey).toString('base64') }),
    sealedBy: (passphrase) => seal(id, privateKey, passphrase, cost),
  })
  const publicHalf = publicHalves()
  return {
    async make(passphrase) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519')
      const der = publicKey.export({ type: 'spki', format: 'der' })
      const open = opened(sha256Hex(der), privateKey)
      const sealed = await open.sealedBy(passphrase)
      return { key: { id: open.id, publicKey: der.toString('base64'), sealed }, open }
    },
    async open(key, passphrase) {
      const privateKey = await unseal(key, passphrase)
      return privateKey && opened(key.id, privateKey)
    },
    hasSigned({ id, publicKey }, hash, { key, signature }) {
      if (key !== id) return false
      const half = publicHalf(id, publicKey)
      try {
        return half !== null && verify(null, bytesOf(hash), half, Buffer.from(signature, 'base64'))
      } catch {
        // Not the bytes of a signature.
        return false
      }
    },
  }
}

/** So many people’s keys are kept ready: reading one takes longer than verifying by it. */
const mostReady = 500

/**
 * Reads public halves of keys, those it has read before at once.
 * @returns null where a text is no Ed25519 key, or another one than its id says
 */
function publicHalves(): (id: string, publicKey: string) => KeyObject | null {
  const ready = new Map<string, { publicKey: string; half: KeyObject | null }>()
  return (id, publicKey) => {
    const known = ready.get(id)
    if (known?.publicKey === publicKey) return known.half
    const half = readPublicHalf(id, Buffer.from(publicKey, 'base64'))
    if (ready.size >= mostReady) ready.clear()
    ready.set(id, { publicKey, half })
    return half
  }
}

function readPublicHalf(id: string, der: Buffer): KeyObject | null {
  if (sha256Hex(der) !== id) return null
  try {
    const half = createPublicKey({ key: der, type: 'spki', format: 'der' })
    return half.asymmetricKeyType === 'ed25519' ? half : null
  } catch {
    // Not the bytes of a key.
    return null
  }
}

const bytesOf = (hash: string): Buffer => Buffer.from(hash, 'utf8')

async function seal(
  id: string,
  privateKey: KeyObject,
  passphrase: string,
  cost: Cost,
): Promise<PersonKey['sealed']> {
  const salt = randomBytes(16)
  const iv = randomBytes(ivBytes)
  const closing = createCipheriv(cipher, await keyFrom(passphrase, salt, cost), iv).setAAD(bytesOf(id))
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })
  const data = Buffer.concat([closing.update(der), closing.final()])
  const tag = closing.getAuthTag()
  const { n, r, p } = cost
  return {
    ...{ n, r, p },
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: tag.toString('base64'),
    data: data.toString('base64'),
  }
}

/** The private half; null where the passphrase is another one, or the sealed bytes were changed. */
async function unseal({ id, publicKey, sealed }: PersonKey, passphrase: string): Promise<KeyObject | null> {
  const [salt, iv, tag, data] = [sealed.salt, sealed.iv, sealed.tag, sealed.data].map((text) =>
    Buffer.from(text, 'base64'),
  ) as [Buffer, Buffer, Buffer, Buffer]
  try {
    const opening = createDecipheriv(cipher, await keyFrom(passphrase, salt, sealed), iv, {
      authTagLength: 16,
    })
    opening.setAAD(bytesOf(id)).setAuthTag(tag)
    const der = Buffer.concat([opening.update(data), opening.final()])
    const privateKey = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
    const half = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    // A public half that was exchanged would make everything signed from now on look forged.
    return half.toString('base64') === publicKey ? privateKey : null
  } catch {
    return null
  }
}
