import type { Dataset } from '../../dataset/dataset.ts'
import type { Matter } from '../../model/matter.ts'
import { rulesOnTopic } from './region-detail.ts'

/** Whether a step of a rule is a ban. */
export const hasBan = ({ steps }: Pick<Matter, 'steps'>): boolean =>
  steps.some(({ type }) => type === 'ban')

/** The topic of the rules that govern exchanges. */
export const EXCHANGES = 'exchanges'

/** The rules of a place itself with a ban on exchanges or of something that they do, which have or may have force. */
export function bansIn(dataset: Dataset, code: string): Matter[] {
  const region = dataset.regions.get(code)
  const rules = region ? rulesOnTopic(dataset, region, EXCHANGES) : []
  return rules
    .filter(({ own, certainty }) => own && certainty !== null)
    .map(({ id }): Matter => JSON.parse(dataset.find('rules', id)!.json))
    .filter(hasBan)
}
