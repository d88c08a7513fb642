import t from 'tap'
import { assertProblem, testApp } from '../fixtures/app.ts'

const { get } = await testApp(t)

/** What is refused, the parameter at fault, a part of the message, what is taken, and what was meant. */
type Case = [refused: string, parameter: string, message: string, taken: string, meant?: string]

const NOTICE = 'joint-notice-2021-09'
const LONG = 'a'.repeat(200)

const tables: Record<string, Case[]> = {
  '/v1/actions': [
    ['kindd=market', 'kindd', "no parameter 'kindd'", 'kind=market', 'kind'],
    ['Kind=market', 'Kind', 'no parameter', 'kind=market', 'kind'],
    ['kind[]=market', 'kind[]', 'no parameter', 'kind=market', 'kind'],
    ['not_planned=true', 'not_planned', 'no parameter', 'planned=false'],
    ['=market', '', 'no parameter', '&&kind=market&'],
    ['__proto__=market', '__proto__', 'no parameter', 'kind=market'],
    ['toString=market', 'toString', 'no parameter', 'kind=market'],
    ['kind=market&offset=5', 'offset', 'no parameter', 'kind=market&limit=5'],
    ['type=bann', 'type', "'bann' is not allowed", 'type=ban', 'ban'],
    ['type=BAN', 'type', 'not allowed', 'type=ban', 'ban'],
    ['type=%20ban', 'type', "' ban' is not allowed", 'type=ban', 'ban'],
    ['type=ban,bann', 'type', "'bann' is not allowed", 'type=ban,ban', 'ban'],
    ['not_type=bann', 'not_type', 'not allowed', 'not_type=ban', 'ban'],
    ['region=CN-NN', 'region', 'not the code of a region', 'region=CN-NM', 'CN-NM'],
    ['region=cn', 'region', 'not the code of a region', 'region=CN', 'CN'],
    ['not_region=XX', 'not_region', 'not the code of a region', 'not_region=FR'],
    ['id=joint-notice-2021-9', 'id', 'not known', `id=${NOTICE}`, NOTICE],
    ['linked_to=joint-notices-2021-09', 'linked_to', 'not known', `linked_to=${NOTICE}`, NOTICE],
    ['document=un-m', 'document', 'not known', 'document=un-m49', 'un-m49'],
    ['sort=-dat', 'sort', 'not allowed', 'sort=-date', '-date'],
    ['sort=relevance', 'sort', 'needs q', 'sort=relevance&q=ban'],
    ['fields=id,titel', 'fields', "'titel' is not allowed", 'fields=id,title', 'title'],
    ['include=linked,claim', 'include', "'claim' is", 'include=linked,claims', 'claims'],
    ['format=xml', 'format', 'not allowed', 'format=json'],
    ['planned', 'planned', 'neither true nor false', 'planned=true'],
    ['%zz=1', '%zz', 'broken percent-encoding', 'planned=true'],
    ['%00=1', '', 'U+0000', 'planned=true'],
    ['planned=yes', 'planned', 'neither true nor false', 'planned=true'],
    ['planned=', 'planned', 'neither true nor false', 'planned=false'],
    ['planned=tru', 'planned', 'neither true nor false', 'planned=true', 'true'],
    ['region_exact=true', 'region_exact', 'needs region', 'region_exact=true&region=CN'],
    ['region_exact=true&actor=okex', 'region_exact', 'needs', 'region_exact=true&not_region=CN'],
    ['date_match=sure', 'date_match', 'not allowed', 'date_match=certain&from=2021'],
    ['limit=0', 'limit', 'less than 1', 'limit=1'],
    ['limit=-1', 'limit', 'less than 1', 'limit=1'],
    ['limit=501', 'limit', 'more than 500', 'limit=500'],
    ['limit=x', 'limit', 'not a whole number', 'limit=10'],
    ['limit=', 'limit', 'not a whole number', 'limit=10'],
    ['limit=1.5', 'limit', 'not a whole number', 'limit=15'],
    ['limit=007', 'limit', 'not a whole number', 'limit=7'],
    ['limit=1e2', 'limit', 'not a whole number', 'limit=100'],
    ['limit=+5', 'limit', 'not a whole number', 'limit=5'],
    ['limit=9999999999999999', 'limit', 'not a whole number', 'limit=499'],
    ['limit=101&include=claims', 'limit', '100 with include', 'limit=100&include=claims'],
    [`actor=${LONG}a`, 'actor', 'longer than 200', 'actor=okex'],
    ['from=2021-02-29', 'from', 'does not exist', 'from=2020-02-29'],
    ['from=2021-04-31', 'from', 'does not exist', 'from=2021-04-30'],
    ['to=2021-13', 'to', 'does not exist', 'to=2021-12'],
    ['to=2021-00', 'to', 'does not exist', 'to=2021-01'],
    ['to=2021-21', 'to', 'does not exist', 'to=2021-12'],
    ['to=2021-05-00', 'to', 'does not exist', 'to=2021-05-01'],
    ['from=21', 'from', 'not a year, month or day', 'from=2021'],
    ['from=2021-5', 'from', 'not a year, month or day', 'from=2021-05'],
    ['from=201X', 'from', 'not a year, month or day', 'from=2010'],
    ['from=2021-05-21T00:00:00Z', 'from', 'not a year, month or day', 'from=2021-05-21'],
    ['from=', 'from', 'not a year, month or day', 'from=0000'],
    ['from=2021-06&to=2021-05', 'from', 'after to', 'from=2021-05&to=2021-05'],
    ['from=2022&to=2021-12-31', 'from', 'after to', 'from=2021&to=2021-01-01'],
    [`from=2021-05-02&to=2021-05-01`, 'from', 'after to', 'from=2021-05-02&to=2021-05'],
    ['q=', 'q', 'is empty', 'q=ban'],
  ],
  [`/v1/actions/${NOTICE}`]: [
    ['limit=1', 'limit', 'no parameter', ''],
    ['fields=i', 'fields', 'not allowed', 'fields=id', 'id'],
  ],
  [`/v1/actions/${NOTICE}/claims`]: [['fields=id', 'fields', 'no parameter', 'format=json']],
  [`/v1/actions/${NOTICE}/chain`]: [
    ['depth=0', 'depth', 'less than 1', 'depth=1'],
    ['depth=11', 'depth', 'more than 10', 'depth=10'],
    ['depth=x', 'depth', 'not a whole number', ''],
  ],
  '/v1': [['limit=1', 'limit', 'no parameter', 'format=json']],
  '/v1/exchanges': [['kind=exchange', 'kind', 'no parameter', 'sector=exchange']],
  '/v1/actors': [
    ['sort=date', 'sort', 'not allowed', 'sort=-id'],
    ['include=linked', 'include', 'not allowed', 'include=claims'],
  ],
  '/v1/regions': [['from=2021', 'from', 'no parameter', 'parent=CN']],
  '/v1/claims': [
    ['q=ban', 'q', 'no parameter', 'status=rival'],
    ['record=joint-notice-2021-9', 'record', 'not known', `record=actions/${NOTICE}`],
    ['record=actions/joint-notice', 'record', 'not known', `record=actions/${NOTICE}`],
  ],
  '/v1/vocabulary': [
    ['scheme=action-typ', 'scheme', 'not known', 'scheme=action-type', 'action-type'],
    ['include=claims', 'include', 'no parameter', 'fields=id'],
  ],
  '/v1/counts': [
    ['', 'group_by', 'is required', 'group_by=type'],
    ['group_by=moth', 'group_by', 'not allowed', 'group_by=month', 'month'],
    ['group_by=kind,type,year', 'group_by', 'longer than 2', 'group_by=kind,type'],
    ['group_by=kind,kind', 'group_by', 'same thing twice', 'group_by=kind'],
    ['group_by=year&date_match=certain', 'date_match', 'no parameter', 'group_by=year'],
    ['group_by=kind&limit=5', 'limit', 'no parameter', 'group_by=kind'],
    ['group_by=kind&from=2022&to=2021', 'from', 'after to', 'group_by=kind&from=2021'],
  ],
  '/v1/search': [
    ['', 'q', 'is required', 'q=huobi'],
    [`q=${LONG}a`, 'q', 'longer than 200', `q=${LONG}`],
    ['q=huobi&in=exchanges', 'in', 'not allowed', 'q=huobi&in=actors'],
    ['q=huobi&type=ban', 'type', 'no parameter', 'q=huobi'],
  ],
  '/health/live': [['x=1', 'x', 'no parameter', '']],
}

for (const [path, cases] of Object.entries(tables))
  t.test(path, async t => {
    for (const [refused, parameter, message, taken, meant] of cases) {
      const answer = await get(`${path}?${refused}`)
      assertProblem(t, answer, 400, 'bad-parameter')
      const [fault, ...others] = answer.json.errors
      t.match(fault, { parameter, message }, refused)
      t.equal(others.length, 0, refused)
      if (meant !== undefined) t.equal(fault.did_you_mean[0], meant, refused)
      t.equal((await get(`${path}?${taken}`)).statusCode, 200, taken)
    }
  })

t.test('what is required is named with the values that it takes', async t => {
  const { json } = await get('/v1/counts')
  const [{ allowed }] = json.errors
  for (const name of allowed)
    t.equal((await get(`/v1/counts?group_by=${name}`)).statusCode, 200, name)
  t.ok(allowed.length > 5)
  t.notOk('allowed' in (await get('/v1/search')).json.errors[0], 'where they can be listed')
})

t.test('a request may name a hundred parameters and a hundred items, not more', async t => {
  const of = (count: number, text: string) => Array(count).fill(text)
  const cases: [refused: string, parameter: string, taken: string][] = [
    [of(101, 'type=ban').join('&'), '*', of(100, 'type=ban').join('&')],
    [`type=${of(101, 'ban')}`, 'type', `type=${of(100, 'ban')}`],
  ]
  for (const [refused, parameter, taken] of cases) {
    const answer = await get(`/v1/actions?${refused}`)
    assertProblem(t, answer, 400, 'bad-parameter')
    t.match(answer.json.errors, [{ parameter, message: 'more than 100' }])
    t.equal((await get(`/v1/actions?${taken}`)).statusCode, 200)
  }
})

t.test('all that is wrong is said at once', async t => {
  const answer = await get('/v1/actions?kindd=x&type=bann&limit=0&planned=yes&from=2021-02-30')
  assertProblem(t, answer, 400, 'bad-parameter')
  const named = answer.json.errors.map(({ parameter }: { parameter: string }) => parameter)
  t.strictSame(named.sort(), ['from', 'kindd', 'limit', 'planned', 'type'])
  for (const parameter of named) t.match(answer.json.detail, `${parameter}: `)
})
