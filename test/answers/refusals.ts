import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'
import { assertRefusals, assertRefused } from '../fixtures/refusals.ts'

const { get } = await testApp(t)

/** A part of the message, a query that is accepted, and queries whose first parameter is refused, with spaces between. */
type Row = [message: string, accepted: string, refused: string]

const NOTICE = 'joint-notice-2021-09'
const LONG = 'a'.repeat(200)

// Values outside a list of allowed ones, and broken encodings, are tried for every parameter: see actions/parameters.ts.
const tables: Record<string, Row[]> = {
  '/v1/actions': [
    ['no parameter', 'kind=market', 'kindd=market Kind=market kind[=market =market __proto__=x'],
    ['no parameter', '&&planned=false&', 'not_planned=true toString=market offset=5&limit=5'],
    ["'bann' is not allowed", 'type=ban,ban', 'type=ban,bann not_type=bann'],
    ["'BAN' is not allowed", 'type=ban', 'type=BAN'],
    ["' ban' is not allowed", 'not_type=ban', 'type=%20ban'],
    ['not the code of a region', 'region=CN-NM', 'region=CN-NN region=cn not_region=XX'],
    [
      'not known',
      `id=${NOTICE}&document=everipedia-okx`,
      'id=joint-notice-2021-9 document=everipedia',
    ],
    ['not known', `linked_to=${NOTICE}`, 'linked_to=joint-notices-2021-09'],
    ['needs q', 'sort=relevance&q=ban', 'sort=relevance'],
    ["'titel' is not allowed", 'fields=id,title', 'fields=id,titel'],
    ['neither true nor false', 'planned=true', 'planned planned=yes planned= planned=tru'],
    ['broken percent-encoding', 'planned=true', '%zz=1'],
    ['needs region', 'region_exact=true&region=CN', 'region_exact=true'],
    ['needs region', 'region_exact=true&not_region=CN', 'region_exact=true&actor=okex'],
    ['less than 1', 'limit=1', 'limit=0 limit=-1'],
    ['more than 500', 'limit=500', 'limit=501'],
    ['not a whole number', 'limit=5', 'limit=x limit= limit=1.5 limit=007 limit=1e2 limit=+5'],
    ['not a whole number', 'limit=499', 'limit=9999999999999999'],
    ['100 with include', 'limit=100&include=claims', 'limit=101&include=claims'],
    ['more than 200 characters', 'actor=okex', `actor=${LONG}a`],
    ['does not exist', 'from=2020-02-29', 'from=2021-02-29 from=2021-04-31'],
    ['does not exist', 'to=2021-12', 'to=2021-13 to=2021-00 to=2021-21 to=2021-05-00'],
    ['not a year, month or day', 'from=0000', 'from=21 from=2021-5 from=201X from='],
    ['not a year, month or day', 'from=2021-05-21', 'from=2021-05-21T00:00:00Z'],
    ['after to', 'from=2021&to=2021-01-01', 'from=2021-06&to=2021-05 from=2022&to=2021-12-31'],
    ['after to', 'from=2021-05-02&to=2021-05', 'from=2021-05-02&to=2021-05-01'],
    ['not a day', 'in_force_on=0001-01-01', 'in_force_on=2021-10 in_force_on=2021 in_force_on='],
    ['not a day', 'in_force_on=9999-12-31', 'in_force_on=today in_force_on=2021-10-01,2021-10-02'],
    ['does not exist', 'in_force_on=2021-02-28', 'in_force_on=2021-02-30'],
    ['is empty', 'q=ban', 'q='],
  ],
  [`/v1/actions/${NOTICE}`]: [['no parameter', '', 'limit=1']],
  [`/v1/actions/${NOTICE}/claims`]: [['no parameter', 'format=json', 'fields=id']],
  [`/v1/actions/${NOTICE}/history`]: [['no parameter', 'format=json', 'limit=1']],
  [`/v1/actions/${NOTICE}/chain`]: [
    ['less than 1', 'depth=1', 'depth=0'],
    ['more than 10', 'depth=10', 'depth=11'],
    ['not a whole number', 'basis=inferred,inferred', 'depth=x'],
    ['no parameter', 'basis=inferred', 'not_basis=inferred'],
  ],
  '/v1': [['no parameter', 'format=json', 'limit=1']],
  '/v1/exchanges': [['no parameter', 'sector=exchange', 'kind=exchange']],
  '/v1/actors': [
    ['needs licensed_in', 'licensed_in=FR&in_force_on=2021-10-01', 'in_force_on=2021-10-01'],
    ['no parameter', 'licensed_in=FR', 'from=2021 not_licensed_in=FR'],
  ],
  '/v1/documents': [['no parameter', 'from=2021-10-01', 'in_force_on=2021-10-01']],
  '/v1/regions': [['no parameter', 'parent=CN', 'from=2021']],
  '/v1/claims': [
    ['no parameter', 'status=rival', 'q=ban in_force_on=2021-10-01'],
    ['not known', `record=actions/${NOTICE}`, `record=${NOTICE} record=actions/joint-notice`],
  ],
  '/v1/vocabulary': [['not known', 'scheme=action-type', 'scheme=action-typ']],
  '/v1/counts': [
    ['more than 2 items', 'group_by=kind,type', 'group_by=kind,type,year'],
    ['same thing twice', 'group_by=kind', 'group_by=kind,kind'],
    ['no parameter', 'group_by=year', 'date_match=certain&group_by=year limit=5&group_by=year'],
    ['after to', 'from=2021&group_by=kind', 'from=2022&to=2021&group_by=kind'],
    ['does not exist', 'group_by=kind', 'in_force_on=2021-13-01&group_by=kind'],
  ],
  '/v1/search': [
    ['more than 200 characters', `q=${LONG}`, `q=${LONG}a`],
    ['no parameter', 'q=huobi&in=actors', 'type=ban&q=huobi'],
  ],
  '/health/live': [['no parameter', '', 'x=1']],
}

for (const [path, rows] of Object.entries(tables))
  t.test(path, async t => {
    for (const [message, accepted, refused] of rows) {
      for (const query of refused.split(' ')) {
        const [parameter = ''] = query.split(/[=&]/)
        assertRefused(t, await get(`${path}?${query}`), parameter, new RegExp(message))
      }
      t.equal((await get(`${path}?${accepted}`)).statusCode, 200, accepted)
    }
  })

t.test('an error names the nearest plausible value', async t => {
  const nearest: [refused: string, parameter: string, ...nearest: string[]][] = [
    ['kindd=market', 'kindd', 'kind'],
    ['Kind=market', 'Kind', 'kind'],
    ['type=BAN', 'type', 'ban'],
    ['type=%20ban', 'type', 'ban'],
    ['type=ban,bann', 'type', 'ban'],
    ['region=CN-NMG', 'region', 'CN-NM'],
    ['region=cn', 'region', 'CN'],
    ['id=joint-notice-2021-9', 'id', NOTICE],
    ['linked_to=joint-notices-2021-09', 'linked_to', NOTICE],
    ['document=everipedia-ok', 'document', 'everipedia-okx'],
    ['sort=-dat', 'sort', '-date'],
    ['include=linked,claim', 'include', 'claims'],
    ['planned=tru', 'planned', 'true'],
  ]
  for (const [refused, parameter, expected] of nearest) {
    const { did_you_mean } = assertRefused(t, await get(`/v1/actions?${refused}`), parameter)
    t.equal(did_you_mean[0], expected, refused)
  }
})

t.test('the error for a missing parameter lists its values, if they can be listed', async t => {
  await assertRefusals(t, get, '/v1/', [
    ['counts', 'group_by', 'counts?group_by=type', /is required/],
    ['search', 'q', 'search?q=huobi', /is required/],
    ['actions?%00=1', '', 'actions', /U\+0000/],
  ])
  const [{ allowed }] = (await get('/v1/counts')).json.errors
  for (const name of allowed)
    t.equal((await get(`/v1/counts?group_by=${name}`)).statusCode, 200, name)
  t.ok(allowed.length > 5)
  t.notOk('allowed' in (await get('/v1/search')).json.errors[0])
})

t.test('a request may have a hundred parameters, and each a hundred items', async t => {
  const of = (count: number, text: string) => Array(count).fill(text)
  await assertRefusals(t, get, '/v1/actions?', [
    [of(101, 'type=ban').join('&'), '*', of(100, 'type=ban').join('&'), /more than 100/],
    [`type=${of(101, 'ban')}`, 'type', `type=${of(100, 'ban')}`, /more than 100/],
  ])
})

t.test('all mistakes in a request are reported together', async t => {
  const answer = await get('/v1/actions?kindd=x&type=bann&limit=0&planned=yes&from=2021-02-30')
  assertProblem(t, answer, 400, 'bad-parameter')
  const named = answer.json.errors.map(({ parameter }: { parameter: string }) => parameter)
  t.strictSame(named.sort(), ['from', 'kindd', 'limit', 'planned', 'type'])
  for (const parameter of named) t.match(answer.json.detail, `${parameter}: `)
})
