import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../../shared/kernel/result'

/** Why a body cannot be taken, with the HTTP status that says so. */
export interface BodyRefusal {
  status: 400 | 413 | 415
  reason: string
}

/**
 * A request's body as JSON.
 * @param limit the most bytes taken; reading stops there
 */
export async function readJson(
  request: IncomingMessage,
  limit: number,
): Promise<Result<unknown, BodyRefusal>> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\b/i.test(type))
    return err({ status: 415, reason: 'The request must be JSON (Content-Type: application/json).' })
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit) return tooLarge(limit)

  const chunks: Buffer[] = []
  let size = 0
  try {
    // The connection must outlive a refusal, or its reason would never arrive.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) return tooLarge(limit)
      chunks.push(chunk)
    }
  } catch {
    return err({ status: 400, reason: 'The request ended before its body was whole.' })
  }
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))))
  } catch {
    return err({ status: 400, reason: 'The request’s body is not valid JSON.' })
  }
}

const tooLarge = (limit: number): Result<never, BodyRefusal> =>
  err({
    status: 413,
    reason: `The request is larger than ${Math.round(limit / 1_000_000)} MB, the most Galley takes.`,
  })
