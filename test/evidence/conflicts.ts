import t from 'tap'
import type { Claim } from '../../src/model/claim.ts'
import { assertProblem, everything, testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })
const rivals: Claim[] = await everything(get, '/v1/claims?status=rival&limit=500')
const disputed = rivals.map(({ record }) => record)

for (const collection of ['actions', 'actors'])
  t.test(`has=conflicts finds the ${collection} with rival claims, not_has the others`, async t => {
    const idsOf = async (parameters: string) =>
      (await everything(get, `/v1/${collection}?limit=500&${parameters}`))
        .map(({ id }) => id)
        .sort()
    const all = await idsOf('')
    const expected = all.filter(id => disputed.includes(`${collection}/${id}`))
    t.strictSame(await idsOf('has=conflicts'), expected)
    t.ok(expected.length > 0)
    t.strictSame(
      await idsOf('not_has=conflicts'),
      all.filter(id => !expected.includes(id)),
    )
  })

t.test('actors have conflicts, affiliations and identifiers, and nothing else', async t => {
  const actors = await everything(get, '/v1/actors?limit=500')
  for (const name of ['affiliations', 'identifiers']) {
    const expected = actors.filter(actor => actor[name].length > 0).map(({ id }) => id)
    const found = await everything(get, `/v1/actors?limit=500&has=${name}`)
    t.strictSame(
      found.map(({ id }) => id),
      expected,
      name,
    )
  }
  const answer = await get('/v1/actors?has=amounts')
  assertProblem(t, answer, 400, 'bad-parameter')
  t.match(answer.json.errors, [{ parameter: 'has', allowed: ['conflicts', 'affiliations'] }])
})
