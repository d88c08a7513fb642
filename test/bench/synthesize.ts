import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { synthesize, writeSynthetic } from '../../bench/synthesize/dataset.ts'
import { rareWords } from '../../bench/synthesize/words.ts'
import { collection, collectionNames, pathOf } from '../../src/model/collections.ts'
import { compareDated } from '../../src/model/dates.ts'
import { claimable, claimed } from '../../src/model/fields.ts'
import { codesOf } from '../../src/model/vocabulary.ts'
import { temporaryFolder, testApp } from '../fixtures/app.ts'
import { importCommand } from '../fixtures/command.ts'

const COUNT = 300
const { records, claimsOn } = synthesize(COUNT)
const actions = [...records.actions]
const claims = [...records.claims]

t.test('each record is valid, and its place follows from its date and id', async t => {
  for (const name of collectionNames) {
    const { schema, key, date } = collection(name)
    const all: Iterable<unknown> = records[name]
    const rows = Array.from(all, record => {
      const { error } = schema.strict().safeParse(record)
      if (error) t.fail(`${name} ${JSON.stringify(record)}: ${error.message}`)
      return { earliest: null, latest: null, ...date?.(record), id: key(record) }
    })
    t.strictSame(rows, rows.toSorted(compareDated), name)
    t.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
  }
})

t.test('each value has an accepted claim, and links go to earlier actions', async t => {
  for (const name of claimed)
    for (const record of records[name]) {
      const told = claimsOn(pathOf(name, record))
      const accepted = told.filter(({ status }) => status === 'accepted').map(it => it.field)
      t.strictSame(accepted.sort(), [...claimable(name, record).keys()].sort())
    }
  for (const { id, links } of actions) t.ok(links.every(({ action }) => action < id))
})

t.test('there are dates of every precision, hubs, rivals, and words of 100 actions', async t => {
  const precisions = new Set(actions.map(({ date }) => date.precision))
  t.strictSame([...precisions].sort(), codesOf('precision').toSorted())
  const links = actions.flatMap(({ links }) => links)
  const sizes = Map.groupBy(links, ({ action }) => action).values()
  t.ok(Math.max(...sizes.map(links => links.length)) > COUNT / 50)
  t.ok(claims.some(({ status }) => status === 'rival'))
  for (const word of rareWords)
    t.equal(actions.filter(({ summary }) => summary.split(/\W+/).includes(word)).length, 100)
})

t.test('the command writes the same bytes again, which are served', async t => {
  const folder = temporaryFolder(t)
  const [file, again] = [join(folder, 'a.sqlite'), join(folder, 'b/b.sqlite')]
  const run = (...args: string[]) => importCommand(t, 'bench/synthesize/main.ts', args)
  t.match(await run('--actions', '0'), { code: 2, errors: /^Usage:/ })
  t.match(await run('--actions', String(COUNT), '--database', again), { code: 0 })
  writeSynthetic(file, COUNT)
  t.ok(readFileSync(again).equals(readFileSync(file)))
  const { get } = await testApp(t, { built: file })
  t.equal((await get(`/v1/actions?q=${rareWords[7]}`)).json.meta.total, 100)
  t.strictSame((await get(`/v1/actions/${actions[9]?.id}`)).json.data, actions[9])
})
