import t from 'tap'
import { testApp } from './fixtures/app.ts'

t.test('an action is served whole, by its id', async t => {
  const { get } = await testApp(t)
  const { json, statusCode } = await get('/v1/actions/joint-notice-2021-09')
  t.equal(statusCode, 200)
  t.match(json.data, {
    type: 'ban',
    kind: 'regulation',
    date: { edtf: '2021-09-24' },
    planned: false,
  })
  t.match(json.meta, { release: /^\d{4}\.\d{2}\.\d+$/ })
})
