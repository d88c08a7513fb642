import t from 'tap'
import { openBrowser } from '../fixtures/browser.ts'

const { open, origin } = await openBrowser(t)

const CHINA = '/actions?not_kind=licensing&region=CN'

t.test(
  'the question box completes names by keys, and opens the page of the one chosen',
  async t => {
    const { page, problems } = await open(t, '/search')
    const box = page.locator('#top-q')
    await box.pressSequentially('bina')
    const options = page.locator('#suggestions-0 [role=option]')
    await options.first().waitFor()
    t.equal(await box.getAttribute('aria-expanded'), 'true')
    await box.press('ArrowDown')
    t.equal(
      await box.getAttribute('aria-activedescendant'),
      await options.first().getAttribute('id'),
    )
    t.equal(await options.first().getAttribute('aria-selected'), 'true')
    await box.press('ArrowUp')
    t.equal(await box.getAttribute('aria-activedescendant'), null)
    await box.press('Escape')
    t.equal(await box.getAttribute('aria-expanded'), 'false')
    t.equal(await box.inputValue(), 'bina')
    await box.press('ArrowDown')
    await options.first().waitFor()
    await box.press('ArrowDown')
    const opened = page.waitForURL(`${origin}/actors/binance`)
    await box.press('Enter')
    await opened
    t.strictSame(
      problems.filter(text => !/404/.test(text)),
      [],
    )
  },
)

t.test('without a choice, Enter searches', async t => {
  const { page } = await open(t, '/search')
  await page.locator('#top-q').pressSequentially('bina')
  await page.locator('#suggestions-0 [role=option]').first().waitFor()
  await page.locator('#top-q').press('Enter')
  await page.waitForURL(`${origin}/search?q=bina`)
  t.pass()
})

t.test('a filter takes the id of the actor that is chosen by a click', async t => {
  const { page, problems } = await open(t, CHINA)
  const field = page.locator('input[name=actor]')
  await field.pressSequentially('huo')
  const option = page.locator('.suggestions:not([hidden]) [role=option]').first()
  await option.click()
  t.equal(await field.inputValue(), 'huobi')
  t.strictSame(problems, [])
})

t.test('a failure of suggestions stays silent', async t => {
  const { page, problems } = await open(t, '/search')
  await page.route('**/suggest/**', route => route.fulfill({ status: 200, body: 'nonsense' }))
  const answered = page.waitForResponse(/suggest/)
  await page.locator('#top-q').pressSequentially('bin')
  await answered
  t.equal(await page.locator('#top-q').getAttribute('aria-expanded'), 'false')
  t.strictSame(problems, [])
})

t.test('the title of a mark is shown in a box: on hover, by keys and by touch', async t => {
  const { page, problems } = await open(t, CHINA)
  const marks = page.locator('.chart a')
  const box = page.locator('.detail')
  t.equal(await page.locator('.chart a > title').count(), 0)
  await marks.nth(3).hover()
  t.equal(await box.textContent(), await marks.nth(3).getAttribute('aria-label'))
  t.ok(await box.isVisible())
  await page.mouse.move(0, 0)
  t.notOk(await box.isVisible())
  await marks.first().focus()
  t.ok(await box.isVisible())
  await page.keyboard.press('ArrowRight')
  t.equal(await box.textContent(), await marks.nth(1).getAttribute('aria-label'))
  await page.keyboard.press('Escape')
  t.notOk(await box.isVisible())
  t.strictSame(problems, [])

  const phone = await open(t, CHINA, { hasTouch: true, viewport: { width: 390, height: 800 } })
  await phone.page.locator('.chart a').first().tap()
  t.ok(await phone.page.locator('.detail').isVisible())
  t.equal(phone.page.url(), origin + CHINA)
  await phone.page.locator('.chart a').first().tap()
  await phone.page.waitForURL(/\/actions\/[\w-]+$/)
})

t.test('a drag over the timeline selects a span of time, and a button gives it back', async t => {
  const { page, problems } = await open(t, CHINA)
  const chart = page.locator('svg.chart[data-first]')
  await chart.scrollIntoViewIfNeeded()
  const { x, y, width } = (await chart.boundingBox())!
  t.equal(await page.locator('.zoom-out').count(), 0)
  await page.mouse.move(x + width * 0.4, y + 30)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.8, y + 30, { steps: 4 })
  t.equal(await page.locator('.zoom-span').count(), 1)
  await page.mouse.up()
  await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/)
  const { searchParams } = new URL(page.url())
  t.ok(searchParams.get('from')! < searchParams.get('to')!)
  t.equal(searchParams.get('region'), 'CN')
  await page.locator('.zoom-out').click()
  await page.waitForURL(origin + CHINA)
  t.strictSame(problems, [])
})

t.test('a click on a mark opens it', async t => {
  const { page } = await open(t, CHINA)
  const mark = page.locator('.chart a').first()
  const address = await mark.getAttribute('href')
  await mark.click()
  await page.waitForURL(origin + address)
  t.pass()
})

t.test('a button copies a text, and says so', async t => {
  const { page, context, problems } = await open(t, '/actions/joint-notice-2021-09')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const frame = page.locator('.copied').last()
  await frame.hover()
  await frame.locator('button').click()
  await page.locator('[role=status]', { hasText: 'Copied' }).waitFor({ state: 'attached' })
  const text = await page.evaluate('navigator.clipboard.readText()')
  t.equal(text, (await frame.locator('.copy').textContent())?.trim())
  t.strictSame(problems, [])
})

t.test('without the clipboard of the browser, copying goes through a field', async t => {
  const { page, context } = await open(t, '/search')
  await context.addInitScript("Object.defineProperty(navigator, 'clipboard', {})")
  await page.goto(`${origin}/actions/joint-notice-2021-09`)
  const frame = page.locator('.copied').last()
  await frame.locator('button').focus()
  await page.keyboard.press('Enter')
  await page.locator('[role=status]', { hasText: 'Copied' }).waitFor({ state: 'attached' })
  t.equal(await page.locator('textarea').count(), 0)
})

t.test('where copying is forbidden, the text is marked for the reader to copy', async t => {
  const { page, context } = await open(t, '/search')
  await context.addInitScript(
    "Object.defineProperty(navigator, 'clipboard', {}); document.execCommand = () => false",
  )
  await page.goto(`${origin}/actions/joint-notice-2021-09`)
  const frame = page.locator('.copied').last()
  await frame.locator('button').focus()
  await page.keyboard.press('Enter')
  await page.locator('[role=status]', { hasText: 'Copy it by hand' }).waitFor({ state: 'attached' })
  const marked = String(await page.evaluate('String(getSelection())'))
  t.equal(marked.trim(), (await frame.locator('.copy').textContent())?.trim())
})

t.test('the script moves nothing, logs nothing, and asks for nothing', async t => {
  const { page, problems } = await open(t, CHINA)
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const place =
    'JSON.stringify([...document.querySelectorAll("main :is(h1, h2, p, pre, svg.chart)")].map(e => e.getBoundingClientRect().top + scrollY))'
  const scripted = await page.evaluate(place)
  const plain = await open(t, CHINA, { javaScriptEnabled: false })
  const boxes = plain.page.locator('main :is(h1, h2, p, pre, svg.chart)')
  const tops: number[] = []
  for (const one of await boxes.all()) tops.push((await one.boundingBox())?.y ?? 0)
  t.strictSame(
    (JSON.parse(String(scripted)) as number[]).filter(top => top > 0),
    tops.filter(top => top > 0),
  )
  t.strictSame(requests, [])
  for (const path of ['/guide/api', '/guide/codebook', '/guide/coverage', '/search?q=mining'])
    await page.goto(origin + path)
  t.strictSame(problems, [])
})
