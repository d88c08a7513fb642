import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { openBrowser } from '../fixtures/browser.ts'
import { readCsv } from '../fixtures/csv.ts'

const { open, origin, get } = await openBrowser(t)

/** Something that people come for: where they begin, and how they find it by what they read. */
type Task = [name: string, find: (page: Page, t: Test) => Promise<void>]

const words = (page: Page) => page.locator('main').innerText()

async function searchFor(page: Page, text: string) {
  await page.locator('#top-q').fill(text)
  await page.locator('.top .search button').click()
  await page.waitForURL(/\/search\?q=/)
}

const tasks: Task[] = [
  [
    'what applies to an exchange in France today, and which exchanges are licensed there',
    async (page, t) => {
      await page.getByRole('link', { name: 'What applies to an exchange in France' }).click()
      t.match(await words(page), /An exchange in France on .*: \d+ rules? on exchanges appl/)
      await page
        .getByRole('link', { name: 'firms are licensed for exchange services' })
        .first()
        .click()
      t.match(await words(page), /Who is licensed[\s\S]*Bybit/)
    },
  ],
  [
    'whether Bybit may serve customers in Germany, and since when',
    async (page, t) => {
      await searchFor(page, 'Bybit')
      await page.getByRole('link', { name: 'Bybit', exact: true }).first().click()
      await page.locator('main [name=region]').selectOption('DE')
      await page.locator('main form button').first().click()
      t.match(
        await words(page),
        /Yes, as far as is known\. Bybit may do business in Germany by the licence of Bybit EU GmbH .*, since 28 May 2025/,
      )
    },
  ],
  [
    'how SEC v. Binance went',
    async (page, t) => {
      await searchFor(page, 'SEC v. Binance')
      await page.getByRole('link', { name: 'SEC v. Binance Holdings Limited' }).first().click()
      t.match(await words(page), /Dismissed on 29 May 2025[\s\S]*Charge:[\s\S]*Dismissal:/)
    },
  ],
  [
    'who answered the notice of September 2021, and how soon',
    async (page, t) => {
      await page.getByRole('link', { name: 'Who answered “Ten Chinese agencies' }).click()
      t.match(await words(page), /What followed \(\d+\)[\s\S]*Huobi[\s\S]*on the same day/)
    },
  ],
  [
    'what the documents disagree on',
    async (page, t) => {
      await page.getByRole('link', { name: 'What do the documents disagree on?' }).click()
      const { meta } = (await get('/v1/claims?status=rival&limit=1')).json
      t.ok(meta.total > 0)
      t.match(await words(page), /accounts differ/i)
    },
  ],
  [
    'the filtered list as CSV',
    async (page, t) => {
      await page.locator('nav').getByRole('link', { name: 'Events' }).click()
      await page.locator('[name=region]').selectOption('CN')
      await page.locator('[name=kind]').selectOption('industry')
      await page.getByRole('button', { name: 'Show' }).click()
      await page.waitForURL(/kind=industry/)
      const downloads = page.waitForEvent('download')
      await page.getByRole('link', { name: 'CSV for a spreadsheet' }).click()
      const rows = readCsv(readFileSync(await (await downloads).path(), 'utf8'))
      const { meta } = (await get('/v1/actions?region=CN&kind=industry&not_kind=licensing')).json
      t.equal(rows.length, meta.total)
    },
  ],
  [
    'a record from a misspelt name',
    async (page, t) => {
      await searchFor(page, 'Binanse')
      await page.locator('main').getByRole('link', { name: 'Binance', exact: true }).first().click()
      t.equal(await page.locator('h1').innerText(), 'Binance')
    },
  ],
]

for (const javaScriptEnabled of [true, false])
  for (const [name, find] of tasks)
    t.test(`a reader ${javaScriptEnabled ? 'with' : 'without'} script finds ${name}`, async t => {
      const { page, problems } = await open(t, '/', { javaScriptEnabled, acceptDownloads: true })
      await find(page, t)
      t.strictSame(problems, [])
    })

const pages = [
  ...['/', '/?map=exchanges', '/actions?not_kind=licensing', '/actions?region=CN&lanes=actor'],
  ...['/actions/joint-notice-2021-09', '/rules', '/rules/eu-mica', '/cases/us-sec-v-binance'],
  ...['/regions', '/regions/FR', '/licences?actor=bybit&region=DE', '/licences', '/actors/bybit'],
  ...['/actors?licensed_in=FR', '/documents', '/documents/exit-from-china-2021-10', '/changes'],
  ...['/disagreements', '/search?q=binanse', '/guide', '/guide/evidence', '/guide/codebook'],
  ...['/guide/coverage', '/actions?region=XY', '/nothing', '/problems/bad-parameter'],
]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = { id: string; impact: string; nodes: { html: string }[] }

/** What axe-core finds that keeps people from using a page. */
async function violationsOn(page: Page): Promise<[id: string, html: string | undefined][]> {
  await page.evaluate(axe)
  const found: Violation[] = await page.evaluate('axe.run().then(({ violations }) => violations)')
  const grave = found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => [id, nodes[0]?.html])
}

for (const colorScheme of ['light', 'dark'] as const)
  t.test(`everybody can use every page in ${colorScheme} colours, and nothing moves`, async t => {
    const { page, problems } = await open(t, '/', { colorScheme })
    for (const path of pages) {
      await page.goto(origin + path)
      await page.waitForLoadState('networkidle')
      t.strictSame(await violationsOn(page), [], path)
      t.strictSame(await page.evaluate('window.shifts'), [], `shifts on ${path}`)
    }
    // A browser reports a page that failed, as it should.
    t.strictSame(
      problems.filter(text => !/status of 40[04]/.test(text)),
      [],
    )
  })

t.test('pages fit a phone', async t => {
  const viewport = { width: 390, height: 800 }
  const { page } = await open(t, '/', { viewport, isMobile: true })
  for (const path of pages) {
    await page.goto(origin + path)
    const widths = await page.evaluate('[innerWidth, document.documentElement.scrollWidth]')
    t.strictSame(widths, [viewport.width, viewport.width], path)
  }
})

const MOST_HTML = 100_000
const MOST_SCRIPT = 15_000

t.test('pages and their script are small', async t => {
  for (const path of pages) {
    const { headers } = await fetch(origin + path, {
      headers: { accept: 'text/html', 'accept-encoding': 'br' },
    })
    t.ok(Number(headers.get('content-length')) <= MOST_HTML, path)
  }
  const [, script = ''] = /<script src="([^"]+)"/.exec(await (await fetch(origin)).text()) ?? []
  const text = await (await fetch(origin + script)).text()
  t.ok(text.length > 1_000 && text.length <= MOST_SCRIPT, `${text.length} bytes`)
})
