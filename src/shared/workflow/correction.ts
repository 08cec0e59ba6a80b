import { z } from 'zod'
import { correctionSeriousness } from '../article/article'

const told = z.string().max(5000)

/** A correction as its form asks for it. */
export const correctionFormSchema = z.strictObject({
  wrong: told,
  right: told,
  seriousness: correctionSeriousness,
})
export type CorrectionForm = z.infer<typeof correctionFormSchema>
export type Seriousness = CorrectionForm['seriousness']

/** How serious a correction is, as people know it, the slightest first. */
export const seriousnessNames: Record<Seriousness, string> = {
  clarification: 'Clarification',
  minor: 'Minor error',
  serious: 'Serious error',
}

const beginnings: Record<Seriousness, { wrong: string; right: string }> = {
  clarification: { wrong: 'An earlier version of this article was unclear:', right: 'To be clear:' },
  minor: { wrong: 'An earlier version of this article was wrong:', right: 'Correct is:' },
  serious: {
    wrong: 'An earlier version of this article contained a serious error:',
    right: 'Correct is:',
  },
}

/** What readers are told: the notice at the end of the page, in its words. */
export function correctionText({ wrong, right, seriousness }: CorrectionForm): string {
  const begins = beginnings[seriousness]
  return `${begins.wrong} ${asSentence(wrong)} ${begins.right} ${asSentence(right)}`
}

/** Ended as a sentence is, in whatever script it is written. */
const asSentence = (words: string): string => {
  const trimmed = words.trim()
  return /[.!?…。！？।؟]["'”’»)\]]*$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

/** What a correction's form lacks, in words; without a form, a text has to stand for it. */
export function lacksOfCorrection(form: CorrectionForm | null, text: string): string[] {
  if (!form) return text.trim() === '' ? ['Readers have to be told what was wrong and what is right.'] : []
  const isBlank = (words: string): boolean => words.trim() === ''
  return [
    ...(isBlank(form.wrong) ? ['What was wrong is not said.'] : []),
    ...(isBlank(form.right) ? ['What is right is not said.'] : []),
  ]
}
