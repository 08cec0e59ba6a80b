import type { AppError } from '../../../../shared/kernel/app-error'
import { ok, type Result } from '../../../../shared/kernel/result'
import { failed, type Done } from '../outcome'

interface Verdict {
  ok: boolean
  problems: string[]
}

/** `galley verify`: every file, log chain and seal of a library. It may be open elsewhere meanwhile. */
export async function verify(library: string): Promise<Done> {
  const { verifyLibrary } = await import('../../../upkeep')
  const verdict = await verifyLibrary(library)
  if (!verdict.ok) return failed(verdict.error)
  const { articles, rows, signed, receipts, pictures } = verdict.value.checked
  const looked =
    `Looked at ${articles} articles, ${rows} rows of logs (${signed} signed), ${receipts} receipts and ${pictures} ` +
    'pictures: every byte of logs, people and settings, seals, signatures, and what receipts vouch for.'
  return told(verdict, `${looked}\n${library} is whole.`)
}

/** `galley verify-export`: every file of an exported site against its manifest. */
export async function verifyExport(folder: string): Promise<Done> {
  const { verifyExport: check } = await import('../../../upkeep')
  return told(ok(check(folder)), `${folder} is as it was exported.`)
}

function told(verdict: Result<Verdict, AppError>, whole: string): Done {
  if (!verdict.ok) return failed(verdict.error)
  const { ok: isWhole, problems } = verdict.value
  return ok({ json: { ok: isWhole, problems }, text: isWhole ? whole : '', refused: isWhole ? [] : problems })
}
