import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Ids } from '../../src/build/registers/read/ids.ts'
import type { Reading } from '../../src/build/registers/read/reading.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { writeFacts } from '../../src/registers/facts-text.ts'
import { allot } from '../../src/registers/naming/allot.ts'
import { KnownFirms } from '../../src/registers/naming/firms.ts'
import { readReading } from '../../src/registers/reading.ts'
import { testApp } from '../fixtures/app.ts'
import { esma, licencesIn, rawFile, readingOf, stateOf } from '../fixtures/esma-state.ts'
import { days } from '../fixtures/registers/esma-file.ts'
import {
  compare,
  exchangesIn,
  figuresOf,
  licencesOf,
  renamings,
} from '../fixtures/registers/esma-oracle.ts'
import { emptySeed } from '../fixtures/seed.ts'

const copy = '2026-08-22'
const id = 'eu-esma-casps'
const project = join(projectRoot, 'seed/registers', id)

/** The values that the oracle reads in another way, and why they are shown. */
const decided = [
  // SL stands for Slovenia there.
  /^AMINA .* adds SI$/,
  /^FIOR .* adds SI$/,
  // With its final dot it is no LEI.
  /^Ramp Swaps .* LEI should be 89450036UW3ID72T1M84, is missing$/,
]
const isDecided = (difference: string) => decided.some(pattern => pattern.test(difference))

/** A seed with the register of the European Union and the readings of some days. */
function esmaSeed(t: Test, ...days: string[]): string {
  const seed = emptySeed(t)
  const folder = join(seed, 'registers', id)
  const files = ['ids.csv', ...days.map(day => `${day}.csv`)]
  mkdirSync(folder, { recursive: true })
  for (const file of files) cpSync(join(project, file), join(folder, file))
  const text = readFileSync(join(project, 'register.yaml'), 'utf8')
  writeFileSync(join(folder, 'register.yaml'), text.replace('rule: eu-mica\n', ''))
  return seed
}

t.test('the facts in the project are those of the official files', async t => {
  for (const day of days) {
    const { head, columns, rows, undecided } = readReading(esma, 'CASPS.csv', rawFile(day), day)
    t.strictSame(undecided, [], day)
    const facts = readFileSync(join(project, `${day}.csv`), 'utf8')
    t.equal(writeFacts(head, columns, rows), facts, day)
  }
})

t.test('the licences of June 2026 are those of the official file', async t => {
  const seed = esmaSeed(t, ...days)
  const { get } = await testApp(t, { seed })
  const list = async (query: string) => (await get(`/v1/licences?${query}`)).json
  const { data, meta } = await list(`document=${id}-2026-06-28&limit=500`)
  const differences = compare(licencesOf('2026-06-28'), data)
  t.strictSame(
    differences.filter(one => !isDecided(one)),
    [],
  )
  t.equal(differences.length, 5)
  const count = (read: (licence: (typeof data)[0]) => number) =>
    data.map(read).reduce((a: number, b: number) => a + b)
  t.strictSame(
    {
      licences: meta.total,
      withDay: count(({ granted }) => Number(granted !== null)),
      ended: count(({ ended }) => Number(ended !== null)),
      pairs: count(({ activities }) => activities.length),
      places: count(({ regions }) => regions.length - 1),
    },
    { licences: 243, withDay: 242, ended: 2, pairs: 882, places: 3_831 },
  )
  t.match(figuresOf('2026-06-28'), { rows: 244, licences: 243, rowsWithoutHome: 55 })

  const french = 'region=FR&activity=exchange-service&in_force_on=2026-06-28'
  t.equal((await list(`${french}&document=${id}-2026-06-28`)).meta.total, 98)
  t.equal(exchangesIn('FR', '2026-06-28', 'places').length, 98)
  t.equal(exchangesIn('FR', '2026-06-28', 'listed').length, 81, 'where the home is forgotten')

  const renamed = data.filter((one: (typeof data)[0]) => one.holder.names_before.length > 0)
  t.match(renamed, [{ holder: { lei: '485100UM87L7ILR4L484' } }])
  t.equal(renamed.length, 1)
  t.equal(renamings().length, 1)
})

t.test('the copy of August adds licences and ends or renames none', async t => {
  const seed = esmaSeed(t, ...days, copy)
  const { get } = await testApp(t, { seed })
  const { data, meta } = (await get('/v1/licences?limit=500')).json
  t.equal(meta.total, 330)
  const having = (is: (licence: (typeof data)[0]) => boolean) => data.filter(is).length
  t.equal(
    having(({ ended }) => ended !== null),
    2,
  )
  t.equal(
    having(({ holder }) => holder.names_before.length > 0),
    1,
  )
  for (const [name, activity] of [
    ['PELICAN', 'advice'],
    ['Volksbank Raiffeisenbank Bayern Mitte', 'order-routing'],
  ] as const) {
    const own = data.find(({ holder }: (typeof data)[0]) => holder.name.startsWith(name))
    t.ok(own.activities.includes(activity), `${name} keeps ${activity}`)
    const claims = (await get(`/v1/claims?record=licences/${own.id}&status=rival`)).json.data
    t.match(claims, [{ rule: 'original-report', document: `${id}-${copy}` }])
  }
})

/** Whether there is time for all cases: in `npm run test:long`. */
const isLong = process.env.ORACLE_RUNS !== undefined

const readings = [...days, copy].map(readingOf)

/** All subsets of a list but the empty one. */
const subsets = <T>(items: T[]): T[][] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, i) =>
    items.filter((_, at) => (i + 1) & (1 << at)),
  )

t.test('after any subset of the official files, the last of them is what is shown', async t => {
  const all = subsets(readings.filter(({ isRaw }) => isRaw))
  for (const subset of all.filter((_, i) => isLong || i % 6 === 0)) {
    const last = subset.at(-1)!
    const licences = JSON.parse(JSON.stringify(licencesIn(stateOf(subset))))
    const listed = licences.filter(
      (one: { register: { last_listed: string } }) => one.register.last_listed === last.on,
    )
    const day = days.find(one => one === last.on)!
    const differences = compare(licencesOf(day), listed).filter(one => !isDecided(one))
    t.strictSame(differences, [], subset.map(({ on }) => on).join())
  }
})

/** Orders of the readings, by a generator of numbers that is the same in each run. */
function* orders(count: number): Generator<Reading[]> {
  let seed = 7
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed
  }
  for (let i = 0; i < count; i++)
    yield readings
      .map(reading => ({ reading, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ reading }) => reading)
}

t.test('the order in which readings are added decides about ids alone', async t => {
  const expected = JSON.stringify(licencesIn(stateOf(readings)))
  for (const order of orders(isLong ? 30 : 3)) {
    const [ids, firms] = [new Ids('ids.csv', ''), new KnownFirms([])]
    for (const [i] of order.entries()) {
      const state = stateOf(order.slice(0, i + 1))
      allot({ value: esma, at: () => '', ids, ...state }, firms, 0)
    }
    const name = order.map(({ on }) => on).join()
    const state = stateOf(order)
    t.equal(JSON.stringify(licencesIn(state)), expected, name)
    const given = ids.lines.filter(({ type }) => type === 'licence').map(({ id }) => id)
    t.equal(new Set(given).size, given.length, 'each id was given once')
    const owned = state.tracks.map(({ keys }) => keys.find(key => ids.get('licence', key)))
    t.notOk(owned.includes(undefined), 'each licence has one')
    t.strictSame(new Ids('ids.csv', String(ids)).lines, ids.lines, 'the file keeps them')
  }
})
