import t from 'tap'
import type { Action } from '../../src/model/action.ts'
import type { Actor } from '../../src/model/actor.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { RegionTopic } from '../../src/model/region-detail.ts'
import { everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown, upwards } from '../fixtures/known.ts'
import { bindingIn, inOrder, withWider } from '../fixtures/oracle.ts'
import { endsOf, LAST } from '../fixtures/oracle-dates.ts'
import { confirmedBy, hasTimeOn, shownFor } from '../fixtures/oracle-force.ts'
import { assertRefusals } from '../fixtures/refusals.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const rules = await everything<Matter>(get, '/v1/rules?limit=500')
const cases = await everything<Matter>(get, '/v1/cases?limit=500')
const actors = await everything<Actor>(get, '/v1/actors?limit=500')

type Term = {
  code: string
  parent?: string
  activities?: string[]
  types?: string[]
  general_types?: string[]
}
const terms = async (scheme: string): Promise<Term[]> =>
  (await get(`/v1/vocabulary?scheme=${scheme}&limit=500`)).json.data
const [topics, types, activities] = [
  await terms('topic'),
  await terms('action-type'),
  await terms('activity'),
]

const { today } = known
const areas = ['area', 'world']
const lawmaking = [...known.regionKinds]
  .filter(([, kind]) => !areas.includes(kind))
  .map(([code]) => code)

const ended = ['suspended', 'repealed', 'expired', 'withdrawn', 'rejected']
const ofLicences = ['licence-grant', 'licence-change', 'licence-end']

type Of = { activities: string[]; types: string[] }

const ofTopics = new Set(topics.flatMap(({ activities = [] }) => activities))

/** Whether something with some activities and types belongs to a topic. */
function isOf({ activities = [], types: wanted = [], general_types = [] }: Term, own: Of): boolean {
  const kinds = own.types.map(type => types.find(({ code }) => code === type)!.parent!)
  const isElsewhere =
    own.activities.length > 0 &&
    own.activities.every(one => withWider(one).some(it => ofTopics.has(it)))
  return (
    own.activities.flatMap(withWider).some(one => activities.includes(one)) ||
    [...own.types, ...kinds].some(one => wanted.includes(one)) ||
    (!isElsewhere && own.types.some(one => general_types.includes(one)))
  )
}

const isAbout = (topic: Term, { activities, steps }: Matter): boolean =>
  isOf(topic, { activities, types: steps.map(({ type }) => type) })

function rulesOf(topic: Term, code: string) {
  const binding = bindingIn(code, known, today)
  return rules.flatMap(rule => {
    const { id, title, status, in_force, steps, regions } = rule
    const own = regions.flatMap(it => (it.role === 'jurisdiction' ? it.code : []))
    const places = in_force.length > 0 ? in_force.flatMap(({ regions }) => regions) : own
    if (!isAbout(topic, rule) || !places.some(place => binding.includes(place))) return []
    const typeOf = (action: string) => steps.find(step => step.action === action)!.type
    const here = in_force.filter(time => time.regions.some(region => binding.includes(region)))
    const named = here.filter(time =>
      isOf(topic, { activities: time.activities, types: time.actions.map(typeOf) }),
    )
    const times =
      named.length > 0 ? named : here.filter(({ activities }) => activities.length === 0)
    const current = times.filter(time => {
      const [[first], [, last]] = [time.from, time.until].map(date =>
        endsOf(date ?? { earliest: null, latest: null }),
      ) as [[string, string], [string, string]]
      return first <= today && today <= last
    })
    const certainty =
      (['certain', 'presumed', 'possible'] as const).find(match =>
        current.some(time => hasTimeOn(rule, time, today, match, known)),
      ) ?? null
    const isToCome = times.some(({ from }) => from && endsOf(from)[0] > today)
    const isOpen = !ended.includes(status!.stage) && (isToCome || here.length === 0)
    if (current.length === 0 && !isOpen) return []
    const confirmed = current.flatMap(time => confirmedBy(time, shownFor(time, known)) ?? [])
    const confirmed_on = confirmed.toSorted().at(-1) ?? null
    const stands = { stage: status!.stage, certainty, confirmed_on }
    const shown = { id, title, ...stands, own: own.includes(code) }
    return { shown, confirmed }
  })
}

/** Whether an action is of a topic in a place: by itself, or as a step that ends or changes a rule of it, or names nothing. */
function isStepOf(topic: Term, action: Action, rulesHere: Matter[]): boolean {
  if (isOf(topic, { activities: action.activities, types: [action.type] })) return true
  const about = rulesHere.filter(rule => isAbout(topic, rule)).map(({ id }) => id)
  const stages = action.matters.flatMap(({ id, stage = '' }) => (about.includes(id) ? stage : []))
  const changing = [...ended, 'amended', 'postponed']
  return (
    stages.length > 0 &&
    (action.activities.length === 0 || stages.some(stage => changing.includes(stage)))
  )
}

const toStep = ({ id, title, type, date, planned, due }: Action) => ({
  ...{ action: id, title, type, date: (planned && due) || date, planned },
})

/** The last action that has surely been done. */
function lastOf(actions: Action[]) {
  const done = actions.filter(
    ({ date, planned, type }) => !planned && endsOf(date)[1] <= today && !ofLicences.includes(type),
  )
  const last = inOrder(done).at(-1)
  return last ? toStep(last) : null
}

/** The first day that is still to come: none is if the end is open and the start has come. */
function nextOf(actions: Action[]) {
  const later = actions.map(toStep).filter(({ date }) => {
    const [first, last] = endsOf(date)
    return (last === LAST ? first : last) > today
  })
  const [next] = later.sort((a, b) => (endsOf(a.date).join() < endsOf(b.date).join() ? -1 : 1))
  return next ?? null
}

const sorted = <T extends { id: string }>(list: T[]) =>
  list.toSorted((a, b) => (a.id < b.id ? -1 : 1))

t.test(
  'each topic of a region has the rules that bind there, and what comes first and last',
  async t => {
    const seen = { presumed: 0, possible: 0, none: 0, next: 0, last: 0, above: 0 }
    for (const code of lawmaking) {
      const { data } = (await get(`/v1/regions/${encodeURIComponent(code)}`)).json
      const byTopic = new Map<string, RegionTopic>(
        data.topics.map((one: RegionTopic) => [one.topic, one]),
      )
      t.equal(byTopic.size, topics.length, code)
      const binding = bindingIn(code, known, today)
      const here = known.actions.filter(({ regions }) =>
        regions.some(it => it.role === 'jurisdiction' && binding.includes(it.code)),
      )
      const rulesHere = rules.filter(({ regions, in_force }) => {
        const own = regions.flatMap(it => (it.role === 'jurisdiction' ? it.code : []))
        const places = in_force.length > 0 ? in_force.flatMap(({ regions }) => regions) : own
        return places.some(place => binding.includes(place))
      })
      for (const topic of topics) {
        const found = byTopic.get(topic.code)!
        const expected = rulesOf(topic, code)
        const name = `${code} ${topic.code}`
        t.strictSame(sorted(found.rules), sorted(expected.map(({ shown }) => shown)), name)
        const days = expected.flatMap(({ confirmed }) => confirmed).sort()
        t.equal(found.confirmed_on, days.at(-1) ?? null, name)
        const own = here.filter(action => isStepOf(topic, action, rulesHere))
        t.strictSame(found.next, nextOf(own), name)
        t.strictSame(found.last_action, lastOf(own), name)
        for (const { certainty, own } of found.rules) {
          if (certainty !== 'certain') seen[certainty ?? 'none']++
          if (!own) seen.above++
        }
        if (found.next) seen.next++
        if (found.last_action) seen.last++
      }
    }
    for (const [name, count] of Object.entries(seen)) t.ok(count > 0, name)
  },
)

t.test('the rules of a topic come in the order of their status, the newest first', async t => {
  const { data } = (await get('/v1/regions/US-NY?fields=topics')).json
  const { rules } = data.topics.find(({ topic }: RegionTopic) => topic === 'exchanges')
  const since = async ({ id }: { id: string }) =>
    (await get(`/v1/rules/${id}`)).json.data.status.since
  const days: string[] = []
  for (const rule of rules) days.push((await since(rule)).latest)
  t.ok(days.length > 1)
  t.strictSame(days, days.toSorted().reverse())
})

t.test('a region counts its records, and tells its last action', async t => {
  const within = (code: string, place: string) => upwards(code, known).includes(place)
  for (const place of ['001', '155', 'EU', 'CN', 'US', 'US-NY', 'FR', 'AQ']) {
    const { data } = (await get(`/v1/regions/${place}`)).json
    const isHere = ({ regions }: Pick<Matter, 'regions'>) =>
      regions.some(({ code }) => within(code, place))
    const { meta } = (await get(`/v1/actions?region=${place}&limit=1`)).json
    t.strictSame(data.counts, {
      actions: meta.total,
      rules: rules.filter(isHere).length,
      cases: cases.filter(isHere).length,
      actors: actors.filter(({ region }) => region && within(region, place)).length,
    })
    const { data: own } = (await get(`/v1/actions?region=${place}&limit=500`)).json
    t.strictSame(data.last_action, lastOf(own), place)
    if (areas.includes(data.kind)) t.strictSame(data.topics, [], place)
  }
})

t.test('a region has no more than it is asked for, and its list has none of this', async t => {
  const { data } = (await get('/v1/regions/FR?fields=code,counts')).json
  t.strictSame(Object.keys(data), ['code', 'counts'])
  t.strictSame((await get('/v1/regions/FR?fields=code')).json.data, { code: 'FR' })
  t.match((await get('/v1/regions/FR?include=citation')).json.data, { citation: {}, topics: [] })
  const [first] = (await get('/v1/regions?limit=1')).json.data
  t.notOk('topics' in first)
  await assertRefusals(t, get, '/v1/', [
    ['regions?fields=topics', 'fields', 'regions?fields=code'],
    ['regions/FR?fields=topic', 'fields', 'regions/FR?fields=topics', { did_you_mean: ['topics'] }],
  ])
})

t.test('every topic names activities and types that the codebook has', async t => {
  const known = new Set([...types, ...activities].map(({ code }) => code))
  const kinds = new Set(types.map(({ parent }) => parent))
  for (const { code, activities = [], types = [], general_types = [] } of topics) {
    t.ok(activities.length + types.length > 0, code)
    for (const one of general_types) t.ok(known.has(one), one)
    for (const one of activities) t.ok(known.has(one), one)
    for (const one of types) t.ok(known.has(one) || kinds.has(one), one)
  }
})
