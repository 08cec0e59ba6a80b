import type { ServerResponse } from 'node:http'
import { commonHeaders } from '../security-headers'

/** Sends a whole answer. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | Uint8Array = '',
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  // An answer without content has no length either (RFC 9110, 8.6).
  const length = status === 204 ? {} : { 'Content-Length': bytes.byteLength }
  response.writeHead(status, { ...commonHeaders, ...headers, ...length })
  response.end(bytes)
}

export const sendJson = (response: ServerResponse, value: unknown): void =>
  send(response, 200, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(value))

/** Refuses in words. The connection ends with it: what the client still sends is of no interest. */
export const refuse = (
  response: ServerResponse,
  status: number,
  reason: string,
  headers: Record<string, string> = {},
): void =>
  send(
    response,
    status,
    { 'Content-Type': 'application/json; charset=utf-8', Connection: 'close', ...headers },
    JSON.stringify({ refused: reason }),
  )
