import type { Actor } from '../../src/model/actor.ts'
import { Random } from './random.ts'
import { places } from './regions.ts'
import { capital } from './words.ts'

/** The kinds of actors, as many times as of ten actors are of the kind, with what their names end in and their sectors. */
const kinds: [kind: string, ending: string, sectors: string[]][] = [
  ['agency', 'Authority', ['government', 'central-bank']],
  ['agency', 'Commission', ['government', 'judiciary']],
  ['agency', 'Ministry', ['ministry', 'judiciary']],
  ['exchange', 'Exchange', ['exchange']],
  ['exchange', 'Markets', ['exchange']],
  ['company', 'Holdings', ['mining-pool', 'mining-hardware', 'financial-services', 'technology']],
  ['company', 'News', ['media', 'market-data', 'social-media']],
  ['association', 'Association', ['financial-services', 'technology']],
  ['institution', 'University', ['academia', 'legislature']],
  ['person', '', ['academia', 'technology']],
]

/** Actors, those of each kind that are named most often first. */
export function makeActors(seed: number, words: string[], count: number): Actor[] {
  const ids = new Set<string>()
  const rare = words.slice(100)
  return Array.from({ length: count }, (_, i) => {
    const random = new Random(seed, 5, i)
    const [kind, ending, sectors] = kinds[i % kinds.length] as (typeof kinds)[number]
    const [first, second] = nameParts(random, rare, ids)
    const short = `${capital(first)} ${capital(second)}`
    const name = ending === '' ? short : `${short} ${ending}`
    const alias = `${capital(second)}${capital(first)}`
    return {
      id: `${first}-${second}`,
      kind,
      name,
      names: [
        { name, type: 'official' },
        ...(ending === '' ? [] : [{ name: short, type: 'short' }]),
        ...(random.chance(0.3) ? [{ name: alias, type: 'alias' }] : []),
      ],
      sector: random.of(sectors),
      ...(random.chance(0.7) ? { region: random.early(places).code } : {}),
      affiliations: affiliationsOf(random, [...ids], i),
      identifiers: random.chance(0.1)
        ? [{ scheme: 'wikidata', value: `Q${1_000_000 + random.below(100_000_000)}` }]
        : [],
    }
  })
}

/** Two words that no other actor has for its id. */
function nameParts(random: Random, words: string[], taken: Set<string>): [string, string] {
  for (;;) {
    const parts: [string, string] = [random.of(words) as string, random.of(words) as string]
    const id = parts.join('-')
    if (taken.has(id)) continue
    taken.add(id)
    return parts
  }
}

const affiliationsOf = (random: Random, ids: string[], i: number): Actor['affiliations'] =>
  i > 0 && random.chance(0.1)
    ? [
        {
          actor: ids[random.zipf(i)] as string,
          relation: random.of(['part-of', 'member', 'operates']),
          from: String(2_009 + random.below(16)),
        },
      ]
    : []
