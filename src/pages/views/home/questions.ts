import type { Dataset } from '../../../dataset/dataset.ts'
import { type Html, html } from '../../html.ts'
import type { Site, Step } from '../../site.ts'
import { texts } from '../../texts.ts'

const { ask, questions: words } = texts.front

/** A question and the page that answers it, as far as the dataset has it. Countries it always has. */
type Asked = (dataset: Dataset) => Step | undefined

const asked: Asked[] = [
  ({ regions }) => [words.region(regions.get('FR')!.name), '/regions/FR'],
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

/** Questions that the dataset answers, each with the page that does. */
export function questions(site: Site): Html {
  const steps = asked.flatMap(ask => {
    const step = ask(site.dataset)
    return step ? [step] : []
  })
  return html`<p>${ask}:</p><ul>${steps.map(([question, path]) => html`<li><a href="${site.at(path)}">${question}</a></li>`)}</ul>`
}
