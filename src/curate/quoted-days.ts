import { daysIn, misnamedIn } from '../build/lint/weekday-names.ts'
import type { DraftClaim, DraftRecord } from './draft.ts'
import { writeOut } from './short-forms.ts'

/** Warnings of days in the words of claims: of a weekday that is not that of its date, and of other days than the record has. */
export const dayWarnings = ({ file, path, fields, claims }: DraftRecord): string[] =>
  claims.flatMap((claim, i) =>
    [misnamed(claim), ...otherDays(claim, fields)]
      .filter(reason => reason !== undefined)
      .map(reason => file.locate([...path, 'claims', i, 'words'], reason)),
  )

function misnamed({ words = '' }: DraftClaim): string | undefined {
  const found = misnamedIn(words)
  return found && `${found.date} was a ${found.is}: look for another source, or say so in a note`
}

/** A claim that states a day of the record, though its words name only others. */
function otherDays({ words = '', ...claim }: DraftClaim, record: DraftRecord['fields']): string[] {
  const isStated = (claim.status ?? 'accepted') === 'accepted' && claim.basis !== 'inferred'
  const named = daysIn(words)
  if (!isStated || named.length === 0) return []
  const dates = writeOut(record) as Record<string, { edtf?: string } | undefined>
  return ['date', 'due', 'published']
    .filter(field => claim.fields.includes(field))
    .map(field => ({ field, day: dates[field]?.edtf ?? '' }))
    .filter(({ day }) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !named.includes(day))
    .map(({ field, day }) => `the words name ${named.join(', ')}, but ${field} is ${day}`)
}
