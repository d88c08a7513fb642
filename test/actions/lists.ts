import t from 'tap'
import { keysOf, testApp } from '../fixtures/app.ts'
import { assertRefusals } from '../fixtures/refusals.ts'
import { strangeSeed } from '../fixtures/strange-names.ts'

const frozen = await testApp(t)

t.test(
  'a name with brackets is the name, encoded or not, as axios and others send lists',
  async t => {
    const { get } = frozen
    const same: [plain: string, ...bracketed: string[]][] = [
      ['counts?group_by=year', 'counts?group_by[]=year', 'counts?group_by%5B%5D=year'],
      ['counts?group_by=year,type', 'counts?group_by[]=year&group_by[]=type'],
      [
        'actions?type=ban,opinion',
        'actions?type[]=ban&type[]=opinion',
        'actions?type[]=ban,opinion',
      ],
      ['actions?not_region=CN', 'actions?not_region%5b%5d=CN'],
      ['actions?fields=id&limit=2', 'actions?fields[]=id&limit[]=2'],
      ['search?q=mining&in=actors', 'search?q=mining&in[]=actors'],
      [
        'actions/joint-notice-2021-09?include=citation',
        'actions/joint-notice-2021-09?include[]=citation',
      ],
    ]
    for (const [plain, ...bracketed] of same) {
      const expected = await get(`/v1/${plain}`)
      t.equal(expected.statusCode, 200)
      for (const url of bracketed) {
        const answer = await get(`/v1/${url}`)
        t.equal(answer.body, expected.body, url)
        t.equal(answer.headers.etag, expected.headers.etag, url)
      }
    }
    await assertRefusals(t, get, '/v1/actions?', [
      ['tpye[]=ban', 'tpye', 'type[]=ban', { did_you_mean: ['type'] }],
      ['type[]=bann', 'type', 'type[]=ban'],
      ['type[0]=ban', 'type[0]', 'type[]=ban'],
      ['limit[]=1&limit=2', 'limit', 'limit[]=1'],
      ['type[]=', 'type', 'type[]=ban'],
    ])
  },
)

const named = await testApp(t, { seed: strangeSeed(t) })

const found = (query: string) => keysOf(named.get, `/v1/actions?fields=id&sort=date&${query}`)
const text = encodeURIComponent

t.test('a name that holds a comma is one value, alone and among others', async t => {
  const cases: [query: string, ...ids: string[]][] = [
    [`actor=${text('Example Exchange, Inc.')}`, 'first-act'],
    [`exchange=${text('example exchange,  INC.')}`, 'first-act'],
    [`actor=${text('Example, Exchange & Sons, Ltd.')}`, 'first-act'],
    [`actor=${text('Example Exchange, Inc.,Other Exchange, Inc.')}`, 'first-act', 'second-act'],
    [`actor=${text('Example Exchange, Inc.')}&actor=other-exchange`, 'first-act', 'second-act'],
    [`actor[]=${text('Other Exchange, Inc.')}&actor[]=comma`, 'second-act', 'third-act'],
    [`actor=${text('other-exchange,Example Exchange, Inc.')}`, 'first-act', 'second-act'],
    // The whole text comes first, though its parts are names too.
    [`actor=${text('Comma, Inc.')}`, 'third-act'],
    [`actor=${text('Inc.,Comma')}`, 'fourth-act', 'third-act'],
    [`not_actor=${text('Comma, Inc.')}&type=opinion`, 'first-act', 'fourth-act', 'second-act'],
  ]
  for (const [query, ...ids] of cases) t.strictSame((await found(query)).sort(), ids.sort(), query)
  await assertRefusals(t, named.get, '/v1/actions?', [
    [
      `actor=${text('Example Exchange, Incc.')}`,
      'actor',
      `actor=${text('Example Exchange, Inc.')}`,
      /'Example Exchange'/,
    ],
    ['actor=inc,', 'actor', 'actor=inc', /empty item/],
  ])
})

t.test('a field that holds a comma is one value, and the next page keeps it', async t => {
  const field = 'names/Example Exchange, Inc.'
  const two = text(`${field},names/Other Exchange, Inc.`)
  const { json } = await named.get(`/v1/claims?field=${two}&limit=1`)
  t.match(json, { data: [{ field }], meta: { total: 2 } })
  const next = (await named.get(json.meta.next_url)).json
  t.match(next, { data: [{ field: 'names/Other Exchange, Inc.' }], meta: { next: null } })
  const one = (await named.get(`/v1/claims?field=${text(field)}`)).json
  t.match(one, { data: [{ field }], meta: { total: 1 } })
  const mixed = (await named.get(`/v1/claims?field=date,${text(field)}`)).json.meta.total
  t.equal(mixed, 1 + (await named.get('/v1/claims?field=date')).json.meta.total)
  const record = `claims/actors/example-exchange.${field}.1`
  for (const query of [text(record), `${text(record)},actors/huobi`])
    t.equal((await named.get(`/v1/changes?record=${query}`)).statusCode, 200)
  t.match((await named.get(`/v1/changes?record=${text(record)}`)).json.data, [{ record }])
})
