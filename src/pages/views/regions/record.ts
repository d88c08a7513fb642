import { pointInWords } from '../../../model/date-words.ts'
import type { Region } from '../../../model/region.ts'
import { views } from '../../../model/views.ts'
import { labelOf } from '../../../model/vocabulary.ts'
import { findRecord } from '../../../queries/record/find.ts'
import { makesLaw, regionDetail } from '../../../queries/record/region-detail.ts'
import { upcomingIn } from '../../../queries/record/upcoming.ts'
import { type Html, html } from '../../html.ts'
import { citeSection } from '../../parts/cite.ts'
import { evidenceSection } from '../../parts/evidence.ts'
import { historySection } from '../../parts/history.ts'
import type { Page, Site } from '../../site.ts'
import { texts } from '../../texts.ts'
import { placeFirst } from '../../words/places.ts'
import { actorSection } from './actors.ts'
import { answer, answerInWords } from './answer.ts'
import { aroundSection, countriesBelow } from './around.ts'
import { eventSections } from './events.ts'
import { findFirms } from './firms.ts'
import { licensedSection } from './licensed.ts'
import { topicSection } from './topics.ts'
import { upcomingSection } from './upcoming.ts'

const { regions: words } = texts

/** The page of a place: what applies there, who is licensed, what comes next and what happened. */
export async function regionPage(site: Site, code: string): Promise<Page> {
  const { dataset } = site
  const record = findRecord(dataset, views.regions, code)
  const region = dataset.regions.get(code)!
  const { name, kind } = region
  const law = makesLaw(region)
    ? await lawSections(site, region)
    : { description: areaNote(region), main: areaSections(site, region) }
  const main = html`<article><h1>${name}</h1>
<p class="about">${labelOf('region-kind', kind)}, ${code}</p>
${law.main}
${await eventSections(site, region)}
${await actorSection(site, region)}
${aroundSection(site, region)}
${evidenceSection(site, views.regions, code)}
${historySection(site, views.regions, code)}
${citeSection(site, 'regions', record)}</article>`
  return {
    title: words.title(name),
    description: law.description,
    trail: [[texts.sections.regions, '/regions']],
    main,
    json: `/v1/regions/${code}`,
    feed: [name, `/v1/actions?region=${code}`],
  }
}

const areaNote = ({ name, kind }: Region): string =>
  kind === 'world' ? words.world : words.area(placeFirst(name))

const areaSections = (site: Site, region: Region): Html =>
  html`<p class="summary">${areaNote(region)}</p>${countriesBelow(site, region)}`

/** What makes and applies law in a place: the short answer, each subject, the firms, and what comes next. */
async function lawSections(
  site: Site,
  region: Region,
): Promise<{ description: string; main: Html }> {
  const { dataset } = site
  const detail = await regionDetail(dataset, region)
  const firms = await findFirms(site, region)
  const coming = upcomingIn(dataset, region.code)
  const asked = { region, detail, firms, coming, day: pointInWords(dataset.meta.as_of) }
  return {
    description: answerInWords(site, asked),
    main: html`${answer(site, asked)}
${await topicSection(site, asked)}
${await licensedSection(site, asked)}
${upcomingSection(site, asked)}`,
  }
}
