/** What Galley looks at by itself before an approval, in the order in which people read of it. */
export const machineCheckNames = [
  'required-fields',
  'alt-text',
  'limits',
  'placeholders',
  'credit-and-licence',
  'links',
  'slug-unique',
  'embargo',
  'blocked-words',
  'blocking-comments',
  'house-style',
] as const
export type MachineCheckName = (typeof machineCheckNames)[number]

export const machineCheckTitles: Record<MachineCheckName, string> = {
  'required-fields': 'Required fields',
  'alt-text': 'Alt texts',
  limits: 'Lengths',
  placeholders: 'Placeholders',
  'credit-and-licence': 'Credits and licences',
  links: 'Links',
  'slug-unique': 'Slug of its own',
  embargo: 'Embargo',
  'blocked-words': 'Blocked words',
  'blocking-comments': 'Blocking comments',
  'house-style': 'House style',
}

/** No page can do without these: they hold every article back, and nobody can waive them. */
const neverWaived: readonly MachineCheckName[] = ['required-fields', 'slug-unique', 'blocking-comments']

/** Whether a desk chief may let an article pass although the check failed. */
export const mayBeWaived = (name: MachineCheckName): boolean => !neverWaived.includes(name)

/** The checks of which an article type says whether they hold an approval back. */
export const holdableChecks = [
  'alt-text',
  'limits',
  'placeholders',
  'credit-and-licence',
  'links',
  'embargo',
  'blocked-words',
  'house-style',
] as const satisfies readonly MachineCheckName[]
export type HoldableCheck = (typeof holdableChecks)[number]

/** What holds an approval back where nobody chose; the others advise. */
export const defaultHolding: readonly HoldableCheck[] = [
  'alt-text',
  'limits',
  'placeholders',
  'blocked-words',
  'house-style',
]

/** Whether a failed check holds back articles of a type. */
export const holds = (
  name: MachineCheckName,
  { holding }: { readonly holding: readonly HoldableCheck[] },
): boolean => !mayBeWaived(name) || (holding as readonly MachineCheckName[]).includes(name)
