import type { Dataset } from '../../../dataset/dataset.ts'
import { type Html, html } from '../../html.ts'
import type { Site, Step } from '../../site.ts'
import { texts } from '../../texts.ts'

const { ask, questions: words } = texts.front

/** The question about the record with most of something, as far as there is one. */
type Asked = (dataset: Dataset) => Step | undefined

const asked: Asked[] = [
  dataset => {
    const region = dataset.regions.get('FR') ?? largest(dataset)
    return region && [words.region(region.name), `/regions/${region.code}`]
  },
  dataset => {
    const found = dataset.find('cases', 'us-sec-v-binance')
    return found && [words.case(found.title), `/cases/${found.id}`]
  },
  dataset => {
    const found = dataset.find('actions', 'joint-notice-2021-09')
    return found && [words.answers(found.title), `/actions/${found.id}#chain`]
  },
  () => [words.disagreements, '/disagreements'],
]

const largest = ({ regions }: Dataset) => regions.values().find(({ kind }) => kind === 'country')

/** Questions that the dataset answers, each with the page that does. */
export function questions(site: Site): Html {
  const steps = asked.flatMap(ask => {
    const step = ask(site.dataset)
    return step ? [step] : []
  })
  return html`<p>${ask}:</p><ul>${steps.map(([question, path]) => html`<li><a href="${site.at(path)}">${question}</a></li>`)}</ul>`
}
