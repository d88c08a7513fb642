import Sqlite from 'better-sqlite3'
import t, { type Test } from 'tap'
import { seal } from '../../src/build/file/write-database.ts'
import { UNSEALED } from '../../src/dataset/checksum.ts'
import { encodeRows } from '../../src/dataset/rows.ts'
import { buildFor, testApp } from '../fixtures/app.ts'
import { assertRefused } from '../fixtures/refusals.ts'

const HUB = 'joint-notice-2021-09'

/** The app over a dataset in which so many records seem to be linked to the hub. */
async function appWithHub(t: Test, size: number) {
  const built = buildFor(t)
  const db = new Sqlite(built)
  const find = db.prepare<[string], number>(
    "SELECT row FROM records WHERE collection = 'actions' AND id = ?",
  )
  const hub = find.pluck().get(HUB) ?? 0
  const others = Array.from({ length: size + 1 }, (_, row) => row).filter(row => row !== hub)
  const rows = encodeRows(others.slice(0, size), 2 ** 17)
  db.prepare("UPDATE sets SET rows = ? WHERE filter = 'linked_to' AND value = ?").run(rows, HUB)
  db.prepare("UPDATE meta SET value = ? WHERE key = 'content'").run(JSON.stringify(UNSEALED))
  db.close()
  seal(built)
  return testApp(t, { built })
}

t.test('an answer includes at most a thousand linked actions', async t => {
  const [most, more] = [await appWithHub(t, 1_000), await appWithHub(t, 1_001)]
  for (const path of [`/v1/actions/${HUB}?`, `/v1/actions?id=${HUB}&`]) {
    // Not every record that counts as linked here has the shape of an action.
    t.equal((await most.app.inject(`${path}include=linked`)).statusCode, 200, path)
    const refused = await more.get(`${path}include=linked`)
    assertRefused(t, refused, 'include', /1000 .*linked_to=<id>/)
    t.equal((await more.get(`${path}include=claims`)).statusCode, 200)
  }
})

t.test('a chain has at most two thousand actions', async t => {
  const path = `/v1/actions/${HUB}/chain?depth=1`
  for (const size of [2_000, 2_001]) {
    const { get } = await appWithHub(t, size)
    assertRefused(t, await get(path), 'depth', /2000 .*linked_to=<id>/)
  }
  const { get } = await testApp(t)
  t.equal((await get(path)).statusCode, 200)
})
