import type { ActionSeed } from '../../model/action.ts'
import type { ClaimSeed } from '../../model/claim.ts'
import { type DateSeed, dayNumber, toEventDate } from '../../model/dates.ts'
import { type Problem, problemsIn } from '../check/problems.ts'
import type { Entry } from '../seed/entry.ts'
import type { LintInput } from './input.ts'
import { misnamedIn, weekdayFinder, weekdayName } from './weekday-names.ts'

type Dates = {
  date?: DateSeed | null
  due?: DateSeed | null
  effect?: ActionSeed['effect']
  published?: DateSeed | null
}
type Texts = { summary?: string; details?: ActionSeed['details'] }
type Dated = Dates & Texts & { claims: ClaimSeed[] }
type Finder = ReturnType<typeof weekdayFinder>

const fields: (keyof Dates)[] = ['date', 'due', 'effect', 'published']
const isDateField = (field: string): field is keyof Dates => fields.some(name => name === field)

/** A weekday that is written with a date is that of the date. */
export function lintWeekdays({ seed }: LintInput): string[] {
  const languages = new Map(seed.documents.map(({ value: { id, language } }) => [id, language]))
  const finders = new Map(Array.from(new Set(languages.values()), one => [one, weekdayFinder(one)]))
  const finderFor = (document: string) => finders.get(languages.get(document)!)!
  const entries: Entry<Dated>[] = [...seed.actions, ...seed.documents]
  return problemsIn(entries, ({ value }) => [
    ...checkTexts(value),
    ...value.claims.flatMap((claim, i) => checkReported(claim, i, value, finderFor)),
  ])
}

function* checkTexts(record: Dated): Generator<Problem> {
  for (const [path, text] of textsIn(record)) {
    const found = text && misnamedIn(text)
    if (found) yield [path, `${found.date} was a ${found.is}`]
  }
}

type Text = [path: PropertyKey[], text: string | undefined]

/** The texts on the dates of a record and in the claims on them. */
function* textsIn(record: Dated): Generator<Text> {
  yield* notesOf(record)
  yield [['summary'], record.summary]
  for (const [i, { text }] of (record.details ?? []).entries()) yield [['details', i, 'text'], text]
  for (const [i, { field, value, as_reported, note }] of record.claims.entries()) {
    if (!isDateField(field)) continue
    const at = ['claims', i]
    yield [[...at, 'as_reported'], as_reported]
    yield [[...at, 'note'], note]
    // The value has been checked to be of this form.
    for (const [[, ...path], text] of notesOf({ [field]: value as DateSeed }))
      yield [[...at, 'value', ...path], text]
  }
}

const notesOf = (dates: Dates): Text[] =>
  datesIn(dates).map(([path, { note }]) => [[...path, 'note'], note])

/** The dates of a record with their paths. */
function datesIn({ date, due, effect, published }: Dates): [path: string[], date: DateSeed][] {
  const all: [string[], DateSeed | null | undefined][] = [
    [['date'], date],
    [['due'], due],
    [['effect', 'from'], effect?.from],
    [['effect', 'until'], effect?.until],
    [['published'], published],
  ]
  return all.flatMap(([path, date]) => (date ? [[path, date]] : []))
}

/** Checks that the one weekday that a document names is that of the day that the record shows. */
function checkReported(
  { field, status, as_reported, document }: ClaimSeed,
  index: number,
  record: Dated,
  finderFor: (document: string) => Finder,
): Problem[] {
  if (as_reported === undefined || status !== 'accepted' || !isDateField(field)) return []
  const dates = datesIn({ [field]: record[field] }).map(([, date]) => toEventDate(date))
  if (!dates.every(({ precision }) => precision === 'day')) return []
  const days = dates.map(({ edtf }) => edtf)
  const [named, ...others] = finderFor(document)(as_reported)
  if (!named || others.length > 0) return []
  if (days.some(day => named.isThatOf(dayNumber(day)))) return []
  const shown = days.map(day => `${day} was a ${weekdayName(dayNumber(day))}`)
  return [[['claims', index, 'as_reported'], `'${named.name}', but ${shown.join(', ')}`]]
}
