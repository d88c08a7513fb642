import t from 'tap'
import { testApp } from '../fixtures/app.ts'
import { licensedDataset } from '../fixtures/licensed.ts'
import { pageReader } from '../fixtures/pages.ts'
import { releasedSeed, retitle } from '../fixtures/small-seed.ts'

const app = await testApp(t)
const read = pageReader(app)
/** Without a release. */
const readInvented = pageReader(await testApp(t, { built: licensedDataset(t) }))

t.test('what is new: the releases, then record by record', async t => {
  const page = await read('/changes')
  t.match(page.text, 'The newest release is 2026.11.1 of 22 November 2026.')
  t.match(page.text, '1,636 records changed, with their evidence 5,278 changes in all')
  t.match(page.text, '2026.11.0 22 November 2026 1,085 0 0 0 80 751')
  t.equal(
    page.linkTo('GENIUS Act of the United States on payment stablecoins'),
    '/rules/us-genius-act',
  )
  t.match(page.text, 'Added, new evidence, 6 changes of its evidence')
  t.equal(page.linkTo('Where the documents disagree'), '/disagreements')
  t.equal(
    page.linkTo('New and changed rules since release 2026.11.0'),
    '/rules?changed_since=2026.11.0',
  )
  t.equal(page.linkTo('Feed of these changes (Atom)'), '/v1/changes?format=atom')
  const second = await read(page.linkTo('Next page') ?? '')
  t.equal(second.status, 200)
  t.notMatch(second.text, 'GENIUS Act of the United States on payment stablecoins')
  t.equal((await read('/changes?cursor=abc')).status, 400)
  t.match((await readInvented('/changes')).text, 'Nothing of this kind has changed.')
})

t.test('changes of one record, kind or reason', async t => {
  const merged = await read('/changes?change=merged')
  t.match(merged.text, 'is now part of')
  const oldest = await read('/changes?sort=date&limit=1')
  t.match(oldest.text, '2026.11.0 22 November 2026')
  const notice = await read('/changes?record=actions/joint-notice-2021-09&release=2026.11.1')
  t.match(notice.text, '1 record changed')
  const claims = await read('/changes?reason=merge&change=removed')
  t.match(claims.text, 'Evidence changed')
  t.match((await read('/changes?reason=coding-error')).text, 'Nothing of this kind has changed.')
  t.match((await read('/changes?record=dataset')).text, 'Description of the dataset')
  const term = await read('/changes?record=vocabulary/action-type/ban')
  t.match(term.text, 'Ban Added')
  const places = await read('/changes?region=US&kind=law')
  t.match(places.text, /Kind of record.*Law \(\d+\)/)
  t.match(places.text, 'GENIUS Act of the United States')
  t.equal((await read('/changes?reason=mood')).status, 400)
})

t.test('changes that are not released yet come first', async t => {
  const seed = releasedSeed(t)
  retitle(seed, 'Once more ')
  const readDraft = pageReader(await testApp(t, { seed }))
  const page = await readDraft('/changes')
  t.match(page.text, /2026\.11\.0-unreleased not released yet.*2026\.11\.0 22 November 2026/)
  t.match(page.text, 'Once more The notice of a test Changed')
})

t.test('what the documents disagree on: both sides and the rule that decided', async t => {
  const page = await read('/disagreements')
  t.match(page.text, '24 values in dispute, in 22 records')
  t.match(page.text, 'GENIUS Act on stablecoins comes into force in the United States')
  t.match(page.text, 'Original report. The original report or text outranks a retelling of it.')
  const second = await read(page.linkTo('Next page') ?? '')
  t.match(second.text, 'Babel Finance')
  const india = await read('/disagreements?region=IN&of=actions')
  t.match(india.text, '4 values in dispute, in 3 records')
  t.match((await read('/disagreements?region=JP')).text, 'Nothing of this kind is on record')
  t.equal((await read('/disagreements?region=XX')).status, 400)
})
