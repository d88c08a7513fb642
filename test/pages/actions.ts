import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { pageReader } from '../fixtures/pages.ts'

const app = await testApp(t)
const read = pageReader(app)

t.test('the list begins without licensing, as its address says', async t => {
  const bare = await app.ask({ url: '/actions' })
  t.match(bare, { statusCode: 302, headers: { location: '/actions?not_kind=licensing' } })
  const page = await read('/actions?not_kind=licensing')
  t.equal(page.status, 200)
  t.match(page.text, 'Events not of kind licensing, newest first.')
})

t.test('an action shows who did what, where and when, and how we know it', async t => {
  const page = await read('/actions/joint-notice-2021-09')
  t.equal(page.heading, 'Ten Chinese agencies ban cryptocurrency trading and mining')
  t.match(page.text, '24 September 2021')
  t.equal(page.linkTo("People's Bank of China"), '/actors/cn-peoples-bank-of-china')
})
