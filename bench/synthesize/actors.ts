import type { Actor } from '../../src/model/actor.ts'
import { Random } from './random.ts'
import { places } from './regions.ts'
import { capital, inventedWord } from './words.ts'

const kinds = ['agency Authority', 'exchange Exchange', 'company Holdings', 'person Miller']

function makeActor(index: number): Actor {
  const random = new Random(1, index)
  const [kind = '', ending = ''] = kinds[index % kinds.length]?.split(' ') ?? []
  const word = inventedWord(10_000 + index)
  const [id, name] = [`${word}-${ending.toLowerCase()}`, `${capital(word)} ${ending}`]
  const names = [
    { name, type: 'official' },
    { name: capital(word), type: 'short' },
  ]
  if (random.part() < 0.3) names.push({ name: `${capital(word)} Global`, type: 'alias' })
  const parents = random.part() < 0.1 && index > 0 ? [makeActor(index - 1).id] : []
  return {
    ...{ id, kind, name, names, sector: 'financial-services', region: random.pick(places).code },
    affiliations: parents.map(actor => ({ actor, relation: 'part-of', from: '2015' })),
    identifiers: index % 10 === 0 ? [{ scheme: 'wikidata', value: `Q${index}` }] : [],
  }
}

/** The actors of a dataset of so many actions, those named most often first. */
export const makeActors = (actions: number): Actor[] =>
  Array.from({ length: Math.round(50 * Math.cbrt(actions)) }, (_, index) => makeActor(index))
