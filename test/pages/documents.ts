import t from 'tap'
import { copiesIn } from '../../src/dataset/copies.ts'
import { Quotes } from '../../src/queries/record/claims.ts'
import { testApp } from '../fixtures/app.ts'
import { licensedDataset } from '../fixtures/licensed.ts'
import { pageReader } from '../fixtures/pages.ts'
import { seedWithReport, sentences } from '../fixtures/report.ts'

const read = pageReader(await testApp(t))

t.test('a document shows what it is and what rests on each of its passages', async t => {
  const page = await read('/documents/exit-from-china-2021-10')
  t.match(page.text, 'News')
  t.match(page.text, 'is not part of the dataset')
  t.match(page.text, '225 values rest on this document, 100 at a time.')
  t.match(page.text, /Passage p02, 194 letters sha256 [0-9a-f]{64}/)
  t.equal(page.linkTo('How to check a passage'), '/guide/evidence')
  t.equal(page.linkTo('All of them as data'), '/v1/claims?document=exit-from-china-2021-10')
  t.equal(
    page.linkTo('Ethereum mining pool BeePool announces its closure'),
    '/actions/beepool-closure-2021-09',
  )
  const next = page.linkTo('Next page') ?? ''
  const second = await read(next)
  t.equal(second.status, 200)
  t.equal(second.linkTo('First page'), '/documents/exit-from-china-2021-10')
  t.not(second.text, page.text)
  t.equal((await read('/documents/exit-from-china-2021-10?cursor=abc')).status, 400)
})

t.test('a reading of a register tells which licences it lists, and what it covers', async t => {
  const page = await read('/documents/eu-esma-casps-2025-12-15')
  t.match(page.text, 'Lists completely licence, notification')
  t.match(page.text, 'From rows of the register')
  t.ok(page.links.some(({ href }) => href === '/licences?document=eu-esma-casps-2025-12-15'))
  t.match((await read('/documents/hk-sfc-vatps-2026-08-21')).text, 'no kind: rows may be missing')
})

t.test('a document names its licence, and what it retells', async t => {
  const data = await read('/documents/paddle-lite-hardware')
  t.match(data.text, 'Licence of the text Apache-2.0')
  const law = await read('/documents/eu-regulation-2023-1114')
  const notice = 'https://eur-lex.europa.eu/content/legal-notice/legal-notice.html'
  t.equal(law.linkTo(notice), notice)
  const retold = await read('/documents/buzer-kmag')
  t.ok(retold.links.some(({ href }) => href === '/documents/de-kmag-2024'))
  const unread = await read('/documents/deloitte-psan-2026')
  t.match(unread.text, 'Retells amf-communique-psan-2026-02')
})

t.test('a document without claims, and one whose words the server has', async t => {
  const readInvented = pageReader(await testApp(t, { built: licensedDataset(t) }))
  const unused = await readInvented('/documents/fr-amf-2026-11-01')
  t.match(unused.text, 'No value rests on this document yet.')
  const { seed, documents } = seedWithReport(t)
  const quotes = new Quotes(copiesIn(documents))
  const readQuoted = pageReader(await testApp(t, { seed, quotes }))
  t.match((await readQuoted('/documents/test-report')).text, sentences.p02.replace('\t', ' '))
})

t.test('documents are listed by kind, language and register', async t => {
  const page = await read('/documents?kind=law&official=copy')
  t.match(page.text, 'Documents of kind law that are official: copy, newest first.')
  t.match(page.text, 'English')
  const readings = await read('/documents?register=eu-esma-casps')
  t.match(readings.text, '6 documents')
  t.match((await read('/documents?kind=judgment&language=zh-Hans')).text, 'Nothing of this kind')
  t.equal((await read('/documents?kind=novel')).status, 400)
})
