import t from 'tap'
import { everything, testApp } from '../fixtures/app.ts'
import { everyValue } from '../fixtures/asked.ts'
import { inventedSeed } from '../fixtures/invented.ts'
import { readKnown } from '../fixtures/known.ts'
import { answerTo } from '../fixtures/oracle.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const known = await readKnown(get)
const nothing = { wanted: {}, unwanted: {} }

for (const [name, values] of Object.entries(everyValue(known)))
  t.test(`${name} finds each of its values, not_${name} all else`, async t => {
    t.ok(values.length > 0)
    for (const value of values) {
      const text = encodeURIComponent(value)
      const idsOf = async (parameter: string) =>
        (await everything(get, `/v1/actions?limit=500&fields=id&${parameter}=${text}`)).map(
          ({ id }) => id,
        )
      const found = answerTo({ ...nothing, wanted: { [name]: [value] } }, '-date', known)
      const others = answerTo({ ...nothing, unwanted: { [name]: [value] } }, '-date', known)
      t.ok(found.length > 0)
      t.strictSame(await idsOf(name), found, value)
      t.strictSame(await idsOf(`not_${name}`), others, value)
    }
  })

t.test('several values of a filter are any of them, however they are written', async t => {
  const first = await get('/v1/actions?type=ban,warning')
  t.ok(first.json.meta.total > (await get('/v1/actions?type=ban')).json.meta.total)
  for (const parameters of ['type=warning,ban', 'type=ban&type=warning', 'type=ban%2Cwarning']) {
    const { body, headers } = await get(`/v1/actions?${parameters}`)
    t.equal(body, first.body, parameters)
    t.equal(headers.etag, first.headers.etag)
  }
})
