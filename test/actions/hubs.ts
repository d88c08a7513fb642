import Sqlite from 'better-sqlite3'
import { RoaringBitmap32 } from 'roaring-wasm'
import t, { type Test } from 'tap'
import { sealContent, UNKNOWN } from '../../src/store/content.ts'
import { assertProblem, buildFor, testApp } from '../fixtures/app.ts'

const HUB = 'joint-notice-2021-09'

/** The app over a dataset in which so many records, whatever they are, stand as linked to the hub. */
async function appWithHub(t: Test, size: number) {
  const built = buildFor(t)
  const db = new Sqlite(built)
  const find = db.prepare("SELECT row FROM records WHERE collection = 'actions' AND id = ?").pluck()
  const hub = find.get(HUB) as number
  const rows = RoaringBitmap32.fromRange(0, size + (hub < size ? 1 : 0))
  rows.remove(hub)
  db.prepare("UPDATE sets SET rows = ? WHERE filter = 'linked_to' AND value = ?").run(
    rows.serialize('portable'),
    HUB,
  )
  db.prepare("UPDATE meta SET value = ? WHERE key = 'content'").run(JSON.stringify(UNKNOWN))
  db.close()
  sealContent(built)
  return testApp(t, { built })
}

t.test('at most a thousand linked actions are included, with one record and on a page', async t => {
  const paths = [`/v1/actions/${HUB}?include=linked`, `/v1/actions?id=${HUB}&include=linked`]
  const [taken, refused] = [await appWithHub(t, 1_000), await appWithHub(t, 1_001)]
  for (const path of paths) {
    t.equal((await taken.app.inject(path)).statusCode, 200, path)
    const answer = await refused.get(path)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter: 'include', message: /1000 .*linked_to=<id>/ }])
    t.equal((await refused.get(path.replace('linked', 'claims'))).statusCode, 200)
  }
})

t.test('a chain of more than two thousand actions is refused', async t => {
  const path = `/v1/actions/${HUB}/chain?depth=1`
  for (const size of [2_000, 2_001]) {
    const answer = await (await appWithHub(t, size)).get(path)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter: 'depth', message: /2000 .*linked_to=<id>/ }], path)
  }
  const { get } = await testApp(t)
  t.equal((await get(path)).statusCode, 200)
})

t.test('what is added stands alone where a record has none of the fields asked for', async t => {
  const { get } = await testApp(t)
  const { json } = await get('/v1/actors?fields=sector&include=claims&limit=100')
  const [added, both] = [['claims'], ['sector', 'claims']]
  const forms = json.data.map((record: object) => Object.keys(record))
  t.ok(forms.some((keys: string[]) => keys.length === 1))
  for (const keys of forms) t.strictSame(keys, keys.length === 1 ? added : both)
})
