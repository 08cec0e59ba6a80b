/** The few platform names the core may use: present alike in Node, Electron and browsers. */

declare class URL {
  constructor(url: string, base?: string)
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly pathname: string
  readonly href: string
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}

/** A deep copy of plain data. */
declare function structuredClone<T>(value: T): T
