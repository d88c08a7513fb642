import t from 'tap'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

type Named = { id: string; kind: string; names: { name: string }[] }

const { get } = await testApp(t, { seed: inventedSeed(t) })
const actors: Named[] = await everything(get, '/v1/actors?limit=500')
const idsOf = async (parameters: string): Promise<string[]> =>
  (await everything(get, `/v1/actions?limit=500&fields=id&${parameters}`)).map(({ id }) => id)

t.test('an id, a name and a name written otherwise give one answer', async t => {
  const first = await get('/v1/actions?actor=okex&limit=1')
  t.ok(first.json.meta.total > 1)
  t.match(first.json.meta.next_url, /actor=okex/)
  for (const name of ['OKEx', ' okEX ', 'ＯＫＥｘ', 'okex,OKEx']) {
    const { body, headers } = await get(`/v1/actions?actor=${encodeURI(name)}&limit=1`)
    t.equal(body, first.body, name)
    t.equal(headers.etag, first.headers.etag)
  }
})

t.test('every name of an actor leads to it, in actor and in the filter of its kind', async t => {
  const bearers = (name: string) =>
    actors.filter(({ id, names }) =>
      [id, ...names.map(other => other.name.toLowerCase())].includes(name.toLowerCase()),
    )
  for (const { id, kind, names } of actors) {
    const expected = await idsOf(`actor=${id}`)
    for (const { name } of names) {
      if (bearers(name).length > 1) continue
      const text = encodeURIComponent(name.toUpperCase().replaceAll(' ', '  '))
      t.strictSame(await idsOf(`actor=${text}`), expected, name)
      if (kind === 'agency' || kind === 'exchange')
        t.strictSame(await idsOf(`${kind}=${text}`), expected, name)
    }
  }
  t.strictSame(await idsOf('not_actor=OKEx'), await idsOf('not_actor=okex'))
})

t.test('a name of several actors is refused with their ids, each of which is taken', async t => {
  const refused = await get('/v1/actions?actor=twin%20mine')
  assertProblem(t, refused, 400, 'bad-parameter')
  const [{ parameter, message, allowed }] = refused.json.errors
  t.equal(parameter, 'actor')
  t.match(message, /several/)
  t.strictSame(allowed, ['twin-one', 'twin-two'])
  for (const id of allowed) t.equal((await get(`/v1/actions?actor=${id}`)).statusCode, 200)
})

t.test('a name that nobody has is refused with the nearest', async t => {
  const cases: [parameter: string, value: string, nearest: RegExp][] = [
    ['actor', 'Okexx', /^okex$/i],
    ['actor', 'Houbi', /^huobi$/i],
    ['not_actor', 'okexx', /^okex$/i],
    ['exchange', 'hubi', /^huobi$/i],
    ['agency', 'inner-mongolia-autorities', /^inner-mongolia-authorities$/],
  ]
  for (const [parameter, value, nearest] of cases) {
    const refused = await get(`/v1/actions?${parameter}=${value}`)
    assertProblem(t, refused, 400, 'bad-parameter')
    const [fault, ...others] = refused.json.errors
    t.equal(others.length, 0)
    t.equal(fault.parameter, parameter)
    t.match(fault.did_you_mean[0], nearest)
    const taken = await get(`/v1/actions?${parameter}=${fault.did_you_mean[0]}`)
    t.equal(taken.statusCode, 200)
  }
})

t.test('an actor of another kind is not known to agency or exchange', async t => {
  for (const [parameter, value] of [
    ['agency', 'huobi'],
    ['exchange', 'inner-mongolia-authorities'],
  ]) {
    const refused = await get(`/v1/actions?${parameter}=${value}`)
    assertProblem(t, refused, 400, 'bad-parameter')
    t.equal((await get(`/v1/actions?actor=${value}`)).statusCode, 200)
  }
})

t.test('a name of a region is refused with its code', async t => {
  const refused = await get('/v1/actions?region=hong%20kong')
  assertProblem(t, refused, 400, 'bad-parameter')
  t.strictSame(refused.json.errors[0].did_you_mean, ['HK'])
  t.equal((await get('/v1/actions?region=HK')).statusCode, 200)
})
