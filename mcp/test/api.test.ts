import t from 'tap'
import { buildFor } from '../../test/fixtures/app.ts'
import { documentsFolder, withDocuments } from '../../test/fixtures/documents.ts'
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

t.test('a folder of documents is read for their words', async t => {
  const { documents } = seedWithReport(t)
  const { app, close } = await openApi({ DATABASE: buildFor(t), DOCUMENTS_DIR: documents })
  t.teardown(close)
  t.equal((await app.inject('/v1/claims?limit=1')).statusCode, 200)
  const nowhere = { DATABASE: buildFor(t), DOCUMENTS_DIR: `${documents}/nowhere` }
  await t.rejects(openApi(nowhere), /nowhere/)
})

t.test('with the documents, evidence has the words', withDocuments, async t => {
  const { app, close } = await openApi({ DATABASE: buildFor(t), DOCUMENTS_DIR: documentsFolder() })
  t.teardown(close)
  const url = '/v1/claims?basis=stated&document=exit-from-china-2021-10&limit=1'
  const { data } = (await app.inject(url)).json()
  t.match(data, [{ passage: { quote: /./ } }])
})
