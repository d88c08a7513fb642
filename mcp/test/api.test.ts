import t from 'tap'
import { buildFor } from '../../test/fixtures/app.ts'
import { seedWithReport } from '../../test/fixtures/report.ts'
import { openApi } from '../api.ts'

t.test('the app is open over the dataset, says nothing and limits nobody', async t => {
  const { app, close } = await openApi({ DATABASE: buildFor(t), RATE_LIMIT: '1' })
  t.teardown(close)
  t.equal(app.log.level, 'silent')
  const asked = Array.from({ length: 5 }, () => app.inject('/v1/actions?limit=1'))
  for (const { statusCode } of await Promise.all(asked)) t.equal(statusCode, 200)
  t.match((await app.inject('/health/ready')).json(), { status: 'ok', now: /^\d{4}-/ })
})

t.test('with a folder of documents, evidence has their words', async t => {
  const { seed, documents } = seedWithReport(t)
  const DATABASE = buildFor(t, seed)
  const { app, close } = await openApi({ DATABASE, DOCUMENTS_DIR: documents })
  t.teardown(close)
  const { data } = (await app.inject('/v1/claims?record=actions/reported&field=date')).json()
  t.match(data, [{ document: 'test-report', quote: '24 September' }])
  const nowhere = { DATABASE, DOCUMENTS_DIR: `${documents}/nowhere` }
  await t.rejects(openApi(nowhere), /nowhere/)
})
