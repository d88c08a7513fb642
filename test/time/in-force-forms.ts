import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { inventedSeed } from '../fixtures/invented.ts'

const { get } = await testApp(t, { seed: inventedSeed(t) })

/** How an invented action stands on a day; `-` where it is not in the answer. */
async function standingOf(name: string, day: string): Promise<string> {
  const { json } = await get(`/v1/actions?id=invented-${name}&in_force_on=${day}`)
  return json.data[0]?.in_force ?? '-'
}

type Case = [name: string, ...standings: [day: string, standing: string][]]

const forms: Case[] = [
  [
    'since-some-day',
    ['0001-01-01', 'possible'],
    ['2016-06-29', 'possible'],
    ['2016-06-30', 'certain'],
    ['2021-10-21', 'certain'],
    ['2021-10-22', 'possible'],
    ['9999-12-31', 'possible'],
  ],
  [
    'not-before-some-day',
    ['2016-02-29', '-'],
    ['2016-03-01', 'possible'],
    ['2021-10-21', 'possible'],
  ],
  [
    'until-some-month',
    ['2015-01-09', '-'],
    ['2015-01-10', 'certain'],
    ['2015-06-01', 'certain'],
    ['2015-06-02', 'possible'],
    ['2015-06-30', 'possible'],
    ['2015-07-01', '-'],
  ],
  [
    'ended-by-another',
    ['2014-01-14', '-'],
    ['2014-01-15', 'certain'],
    ['2014-03-31', 'certain'],
    ['2014-04-01', '-'],
  ],
  ['ending', ['2014-03-31', '-'], ['2014-04-01', '-']],
  ['without-dated-account', ['2015-12-31', '-'], ['2016-01-01', 'possible']],
  [
    'told-in-some-month',
    ['2016-01-31', '-'],
    ['2016-02-01', 'possible'],
    ['2016-02-29', 'certain'],
    ['2021-06-01', 'certain'],
    ['2021-06-02', 'possible'],
  ],
  [
    'only-planned',
    ['2016-04-30', '-'],
    ['2016-05-01', 'planned'],
    ['2016-07-31', 'planned'],
    ['2016-08-01', '-'],
  ],
  [
    'without-first-day',
    ['0001-01-01', 'possible'],
    ['2014-08-10', 'possible'],
    ['2014-08-11', '-'],
  ],
  [
    'not-until-before',
    ['2015-01-31', '-'],
    ['2015-02-01', 'certain'],
    ['2015-09-05', 'certain'],
    ['2015-09-06', 'possible'],
    ['9999-12-31', 'possible'],
  ],
  ['until-at-most', ['2015-02-01', 'possible'], ['2015-10-31', 'possible'], ['2015-11-01', '-']],
  ['told-again', ['2016-07-31', '-'], ['2021-10-21', 'certain'], ['2021-10-22', 'possible']],
  ['told-otherwise', ['2021-09-27', 'certain'], ['2021-09-28', 'possible']],
]

for (const [name, ...standings] of forms)
  t.test(`an effect ${name.replaceAll('-', ' ')} has force on its days`, async t => {
    for (const [day, standing] of standings) {
      t.equal(await standingOf(name, day), standing, day)
      const url = `/v1/actions?id=invented-${name}&in_force_on=${day}&date_match=certain`
      t.equal((await get(url)).json.meta.total, standing === 'certain' ? 1 : 0, day)
    }
  })

t.test('an effect names the action that ended it, which repeals it', async t => {
  const { json } = await get('/v1/actions/invented-ended-by-another')
  t.match(json.data.effect, { until: { edtf: '2014-03-31' }, until_by: 'invented-ending' })
  const repeals = await get('/v1/actions?link=repeals&linked_to=invented-ended-by-another')
  t.match(repeals.json.data, [{ id: 'invented-ending', effect: null }])
})
