import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { inspect } from 'node:util'

/** Notes a bug and gives the reference that a person can quote. */
export type Report = (failure: unknown, during: string) => string

const newReference = (): string => Math.random().toString(36).slice(2, 8).padEnd(6, '0')

/** Bugs go to a file, one after another; to the standard error where that file cannot be written. */
export function errorLog(file: string): Report {
  return (failure, during) => {
    const reference = newReference()
    const words = `${new Date().toISOString()} ${reference} ${during}\n${inspect(failure)}\n\n`
    mkdir(dirname(file), { recursive: true })
      .then(() => appendFile(file, words, { mode: 0o600 }))
      .catch(() => process.stderr.write(words))
    return reference
  }
}

/** Bugs go to the standard error. */
export const reportToStderr: Report = (failure, during) => {
  const reference = newReference()
  process.stderr.write(`${reference} ${during}\n${inspect(failure)}\n`)
  return reference
}
