import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { pageReader } from '../fixtures/pages.ts'

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
  t.match(page.text, 'Lists completelylicence, notification')
  t.match(page.text, 'From rows of the register')
  t.ok(page.links.some(({ href }) => href === '/licences?document=eu-esma-casps-2025-12-15'))
  t.match((await read('/documents/hk-sfc-vatps-2026-08-21')).text, 'no kind: rows may be missing')
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
