import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf, ReplyOf, RequestName } from '../../src/shared/contract'
import { errorText } from '../../src/shared/kernel/explain-error'

/** A window without a browser: asks a browser host as its windows do. */
export class DeskClient {
  readonly #window = randomUUID()

  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  /** Exchanges the token in a host's address for the cookie that admits a window. */
  static async enter(url: string): Promise<DeskClient> {
    const { origin, hash } = new URL(url)
    const answer = await fetch(`${origin}/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify({ token: hash.replace('#token=', '') }),
    })
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
    if (cookie === undefined) throw new Error(`The host did not let us in (${answer.status}).`)
    return new DeskClient(origin, cookie)
  }

  async signIn(name: string, passphrase: string): Promise<void> {
    const { people } = await this.need('session.state', {})
    const person = people.find((one) => one.name === name)
    if (!person) throw new Error(`${name} is not among the library's people.`)
    await this.need('session.sign-in', { person: person.id, passphrase })
  }

  /** Asks and gives the reply, refusals included. Throws when the host is gone. */
  async ask<N extends RequestName>(name: N, input: InputOf<N>): Promise<ReplyOf<N>> {
    const answer = await fetch(`${this.origin}/request`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: this.origin,
        Cookie: this.cookie,
        'X-Galley-Window': this.#window,
      },
      body: JSON.stringify({ name, input }),
    })
    return (await answer.json()) as ReplyOf<N>
  }

  /** Asks for what must succeed. */
  async need<N extends RequestName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const reply = await this.ask(name, input)
    if (!reply.ok) throw new Refused(`${name}: ${errorText(reply.error)}`)
    return reply.value as OutputOf<N>
  }
}

/** The desk answered, and refused: a fault of the desk or of the script, never of the kill. */
export class Refused extends Error {}
