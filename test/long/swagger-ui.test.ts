import { type BrowserContextOptions, chromium } from 'playwright-core'
import t, { type Test } from 'tap'
import { testApp } from '../fixtures/app.ts'

const CHROMIUM = '/usr/bin/chromium'
const args = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

/** A browser page, the app's address, and all that the page logged or requested from other servers. */
async function openPage(t: Test, options: BrowserContextOptions = {}) {
  const { app } = await testApp(t)
  const { port } = new URL(await app.listen({ port: 0 }))
  const origin = `http://localhost:${port}`
  const browser = await chromium.launch({ executablePath: CHROMIUM, args })
  t.teardown(() => browser.close())
  const page = await browser.newPage(options)
  const problems: string[] = []
  page.on('console', message => problems.push(message.text()))
  page.on('pageerror', error => problems.push(error.message))
  page.on('request', request => {
    const isLocal = /^(?:data|blob):/.test(request.url()) || request.url().startsWith(origin)
    if (!isLocal) problems.push(request.url())
  })
  return { page, origin, problems }
}

t.test('Swagger UI renders offline, and "Try it out" on the actions shows data', async t => {
  const { page, origin, problems } = await openPage(t)
  await page.goto(`${origin}/docs`)
  const operation = page.locator('#operations-actions-list-actions')
  await operation.locator('.opblock-summary-control').click()
  await operation.locator('button.execute').click()
  const answer = operation.locator('.live-responses-table .highlight-code')
  await answer.first().waitFor()
  t.match(await answer.first().textContent(), /"data": \[\s*\{\s*"id": "/)
  const requested = new URL((await operation.locator('.request-url pre').textContent()) as string)
  t.notOk(requested.searchParams.has('type'), 'examples are shown, not sent')
  const q = operation.locator('tr[data-param-name="q"]')
  t.ok(await q.getByText('Example: "mining devices"').count(), 'the example of q is shown')
  t.strictSame(problems, [])
})

t.test(
  '"Try it out" on the reconciliation form shows candidates, and then an extension',
  async t => {
    const { page, origin, problems } = await openPage(t)
    await page.goto(`${origin}/docs`)
    const operation = page.locator('#operations-reconcile-reconcile-form')
    const answer = operation.locator('.live-responses-table .highlight-code')
    await operation.locator('.opblock-summary-control').click()
    await operation.locator('button.execute').click()
    await answer.first().waitFor()
    t.match(await answer.first().textContent(), /"id": "actors\/okex"/)
    await operation.getByPlaceholder('queries').fill('')
    await operation
      .getByPlaceholder('extend')
      .fill('{"ids":["actors/huobi"],"properties":[{"id":"kind"}]}')
    await operation.locator('button.execute').click()
    await operation.getByText('"actors/huobi"').waitFor()
    t.match(await answer.first().textContent(), /"rows": \{\s*"actors\/huobi"/)
    t.strictSame(problems, [])
  },
)

t.test('pages have the width of a phone', async t => {
  const viewport = { width: 390, height: 800 }
  const { page, origin } = await openPage(t, { viewport, isMobile: true })
  for (const path of ['/', '/docs', '/problems/bad-parameter']) {
    await page.goto(origin + path)
    if (path === '/docs') await page.locator('.opblock').first().waitFor()
    const widths = await page.evaluate('[innerWidth, document.documentElement.scrollWidth]')
    t.strictSame(widths, [viewport.width, viewport.width], path)
  }
})

t.test('the other pages render without errors', async t => {
  const { page, origin, problems } = await openPage(t)
  for (const path of ['/', '/problems/bad-parameter']) {
    await page.goto(origin + path)
    t.ok(await page.locator('h1').textContent(), path)
  }
  t.strictSame(problems, [])
})
