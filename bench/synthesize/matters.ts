import { toMatter } from '../../src/build/derive/matters.ts'
import type { Action } from '../../src/model/action.ts'
import type { Matter, MatterName, MatterSeed } from '../../src/model/matter.ts'
import { codesOf } from '../../src/model/vocabulary.ts'
import { Random } from './random.ts'
import { places, regions } from './regions.ts'
import { phrase } from './words.ts'

/** Every second action is a step of a rule or of a case, as are its neighbours. */
const [EVERY, STEPS] = [2, 10]
const ROWS = EVERY * STEPS

const stages = codesOf('stage')
const idOf = (index: number): string => `matter-${String(index).padStart(7, '0')}`
const isRule = (index: number): boolean => index % 2 === 0
const kindOf = (index: number): string => (isRule(index) ? 'law' : 'case')

function seedOf(index: number): MatterSeed {
  const random = new Random(6, index)
  const number = { type: isRule(index) ? 'official-number' : 'docket', value: `No. ${index}` }
  const region = { code: random.pick(places).code, role: 'jurisdiction' }
  const title = phrase(random, 5)
  return {
    id: idOf(index),
    kind: kindOf(index),
    title,
    numbers: [number],
    regions: [region],
    claims: [],
  }
}

/** The matter of the action of a row. */
export function mattersAt(row: number): Action['matters'] {
  if (row % EVERY > 0) return []
  const index = Math.floor(row / ROWS)
  const { id, kind, title } = seedOf(index)
  const stage = isRule(index) ? { stage: stages[(row % ROWS) / EVERY]! } : {}
  return [{ id, kind, title, ...stage }]
}

/** The rules or cases of so many actions as far as claims speak of them. */
export function matterSeeds(name: MatterName, count: number): MatterSeed[] {
  const all = Array.from({ length: Math.ceil(count / ROWS) }, (_, index) => index)
  return all.filter(index => isRule(index) === (name === 'rules')).map(seedOf)
}

const byCode = new Map(regions.map(region => [region.code, region]))

/** The rules or cases of so many actions, in the order of their ids. */
export function* matters(
  name: MatterName,
  count: number,
  actionAt: (row: number) => Action,
  asOf: string,
): Generator<Matter> {
  for (let index = name === 'rules' ? 0 : 1; index * ROWS < count; index += 2) {
    const rows = Array.from({ length: STEPS }, (_, step) => index * ROWS + step * EVERY)
    const steps = rows.filter(row => row < count).map(actionAt)
    yield toMatter(name, seedOf(index), steps, byCode, asOf)
  }
}
