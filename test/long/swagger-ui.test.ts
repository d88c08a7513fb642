import t from 'tap'
import { openBrowser } from '../fixtures/browser.ts'

const { open } = await openBrowser(t)

t.test('Swagger UI renders offline, and "Try it out" on the actions shows data', async t => {
  const { page, problems } = await open(t, '/docs')
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
    const { page, problems } = await open(t, '/docs')
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

t.test('Swagger UI has the width of a phone', async t => {
  const viewport = { width: 390, height: 800 }
  const { page } = await open(t, '/docs', { viewport, isMobile: true })
  await page.locator('.opblock').first().waitFor()
  const widths = await page.evaluate('[innerWidth, document.documentElement.scrollWidth]')
  t.strictSame(widths, [viewport.width, viewport.width])
})
