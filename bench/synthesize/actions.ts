import type { Action } from '../../src/model/action.ts'
import type { Actor } from '../../src/model/actor.ts'
import { type EventDate, lagDays } from '../../src/model/dates.ts'
import { toSources } from '../../src/model/evidence.ts'
import { codesOf, kindOfType } from '../../src/model/vocabulary.ts'
import { dateAt, daysAfter } from './calendar.ts'
import { claimsOn } from './claims.ts'
import { documents } from './documents.ts'
import { mattersAt } from './matters.ts'
import { Random } from './random.ts'
import { places } from './regions.ts'
import { phrase, rareWordsAt } from './words.ts'

const types = codesOf('action-type').filter(type => type !== 'repeal')
const [activities, roles] = [codesOf('activity'), codesOf('actor-role')]

const count = { quantity: 'users', low: null, high: null, unit: '1', as_reported: 'many users' }
const users = { ...count, modality: 'estimated', approximate: true }

const sum = { quantity: 'fine', low: null, best: 1_000_000, high: null, unit: 'USD' }
const fine = { ...sum, as_reported: 'a million', modality: 'imposed', approximate: false }

/** Ids rise with the rows: actions of the same date are in the order of their ids. */
export const idOf = (row: number): string => `action-${String(row).padStart(8, '0')}`
export const rowOf = (path: string): number => Number(path.slice(-8))

const official = new Set(documents.flatMap(({ id, official }) => (official === 'no' ? [] : id)))

/** The action of a row and its claims. */
export function actionAt(row: number, count: number, actors: Actor[]) {
  const bare = bareAction(row, count, actors)
  const claims = claimsOn('actions', bare, new Random(3, row))
  const action: Action = { ...bare, sources: toSources(claims, id => official.has(id)) }
  return { action, claims }
}

function bareAction(row: number, count: number, actors: Actor[]): Omit<Action, 'sources'> {
  const random = new Random(4, row)
  // Neighbours in the list of types are of one kind: with this step every kind has frequent types.
  const type = types[(random.zipf(types.length) * 7) % types.length] as string
  const [date, isPlanned] = [dateAt(row, count), random.part() < 0.06]
  const { code, name } = random.pick(places)
  const parties = ['issuer', random.pick(roles.slice(1))].map(role => {
    const { id, kind, name } = random.pick(actors)
    return { id, kind, name, role }
  })
  return {
    id: idOf(row),
    title: `${parties[0]?.name}: ${type}, ${phrase(random, 4)}, ${name}`,
    summary: [phrase(random, 12), phrase(random, 12), ...rareWordsAt(row, count)].join('. '),
    ...{ kind: kindOfType(type), type, matters: mattersAt(row), date, planned: isPlanned },
    due: isPlanned ? daysAfter(date, 10 + random.below(400)) : null,
    effect: random.part() < 0.25 ? effectOf(date, random) : null,
    actors: parties.slice(random.below(2)),
    regions: [{ code, name, role: random.pick(codesOf('region-role')) }],
    activities: [...new Set([random.pick(activities), random.pick(activities)])],
    amounts: random.part() < 0.1 ? [{ ...users, best: 1 + random.zipf(100_000) }, fine] : [],
    details: random.part() < 0.3 ? [{ aspect: 'scope', text: phrase(random, 12) }] : [],
    links: row > 0 && random.part() < 0.5 ? [linkOf(row, count, random)] : [],
  }
}

function effectOf(date: EventDate, random: Random): Action['effect'] {
  const from = daysAfter(date, random.below(90))
  return { from, until: random.part() < 0.2 ? daysAfter(from, random.below(1_000)) : null }
}

const linkTypes = ['responds-to', 'implements', 'enforces', 'amends', 'part-of', 'reports']
const untimed = new Set(['part-of', 'reports'])
const [HUBS, NEAR] = [10, 5_000]

/** A link to an earlier action: one of the first few, which thousands of others link to, or one shortly before. */
function linkOf(row: number, count: number, random: Random): Action['links'][number] {
  const near = row - 1 - random.zipf(Math.min(row, NEAR))
  const other = random.part() < 0.3 ? random.zipf(Math.min(row, HUBS)) : near
  const [type, basis] = [random.pick(linkTypes), random.pick(codesOf('link-basis'))]
  const lag_days = untimed.has(type) ? null : lagDays(dateAt(row, count), dateAt(other, count))
  return { type, action: idOf(other), basis, lag_days }
}
