import type { AddressInfo } from 'node:net'
import { chromium, type Page } from 'playwright-core'
import t from 'tap'
import { testApp } from '../fixtures/app.ts'

const CHROMIUM = '/usr/bin/chromium'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Visit = { page: Page; origin: string; complaints: string[]; foreign: string[] }

/** A browser page on the real app, and what it complained of or asked of others. */
async function visit(t: Parameters<typeof testApp>[0]): Promise<Visit> {
  const { app } = await testApp(t)
  await app.listen({ port: 0 })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args })
  t.teardown(() => browser.close())
  const page = await browser.newPage()
  const origin = `http://localhost:${(app.server.address() as AddressInfo).port}`
  const [complaints, foreign]: [string[], string[]] = [[], []]
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      foreign.push(request.url())
  })
  return { page, origin, complaints, foreign }
}

t.test('Swagger UI renders offline, and "Try it out" on the actions shows data', async t => {
  const { page, origin, complaints, foreign } = await visit(t)
  await page.goto(`${origin}/docs`)
  const operation = page.locator('#operations-actions-list-actions')
  await operation.locator('.opblock-summary-control').click()
  await operation.locator('button.execute').click()
  const answer = operation.locator('.live-responses-table .highlight-code')
  await answer.first().waitFor()
  t.match(await answer.first().textContent(), /"data": \[\s*\{\s*"id": "/)
  const asked = new URL((await operation.locator('.request-url pre').textContent()) as string)
  t.notOk(asked.searchParams.has('type'), 'examples are shown, not sent')
  t.ok(await operation.getByText('mining devices').count(), 'the example of q is shown')
  t.strictSame(complaints, [])
  t.strictSame(foreign, [])
})

t.test('the other pages render without a complaint', async t => {
  const { page, origin, complaints, foreign } = await visit(t)
  for (const path of ['/', '/problems/bad-parameter']) {
    await page.goto(origin + path)
    t.ok(await page.locator('h1').textContent(), path)
  }
  t.strictSame(complaints, [])
  t.strictSame(foreign, [])
})
