import type { Action } from '../../src/model/action.ts'
import type { Actor } from '../../src/model/actor.ts'
import type { Random } from './random.ts'
import type { Recipe } from './recipe.ts'
import { places } from './regions.ts'

type Entry = Action['actors'][number]

/** Who takes part in an action of a kind: roles, how often, and of which kinds they are. */
const casts: Record<string, [role: string, often: number, kinds: string[]][]> = {
  regulation: [
    ['issuer', 1, ['agency']],
    ['issuer', 0.2, ['agency', 'institution']],
    ['affected', 0.15, ['exchange', 'company']],
  ],
  enforcement: [
    ['enforcer', 0.9, ['agency']],
    ['target', 0.7, ['exchange', 'company', 'person']],
  ],
  industry: [
    ['issuer', 1, ['exchange', 'company']],
    ['affected', 0.1, ['company', 'person']],
  ],
  market: [
    ['subject', 0.7, ['exchange', 'company']],
    ['reporter', 0.4, ['company', 'association']],
  ],
  statement: [
    ['speaker', 1, ['person', 'agency', 'association', 'institution']],
    ['intermediary', 0.15, ['company']],
  ],
}

const crowds = ['clients', 'miners', 'exchanges', 'experts', 'investors', 'officials', 'companies']

/** The parties of an action, each once in a role; now and then a crowd without a name. */
export function partiesOf({ actorsOf }: Recipe, random: Random, kind: string): Entry[] {
  const cast = casts[kind] as (typeof casts)[string]
  const named = cast.flatMap(([role, often, kinds]): Entry[] => {
    if (!random.chance(often)) return []
    const actors = actorsOf.get(random.early(kinds)) as Actor[]
    const { id, kind, name } = random.early(actors)
    return [{ id, kind, name, role }]
  })
  const parties = new Map(named.map(entry => [`${entry.id} ${entry.role}`, entry]))
  return [...parties.values(), ...(random.chance(0.2) ? [crowd(random)] : [])]
}

function crowd(random: Random): Entry {
  const key = random.early(crowds)
  const low = 1 + random.zipf(500)
  const isCounted = random.chance(0.5)
  return {
    id: null,
    key,
    kind: random.of(['company', 'person', 'exchange']),
    name: null,
    role: 'affected',
    ...(isCounted ? { count: { low, best: null, high: null } } : {}),
    as_reported: isCounted ? `at least ${low} ${key}` : key,
  }
}

const moves = new Set(['relocation', 'market-exit', 'expansion'])

/** Where an action takes place, or whence and whither. */
export function placesOf(random: Random, type: string): Action['regions'] {
  const entry = (role: string) => {
    const { code, name } = random.early(places)
    return { code, name, role }
  }
  if (moves.has(type)) return [entry('origin'), entry('destination')]
  return random.chance(0.15) ? [entry('jurisdiction'), entry('affected')] : [entry('jurisdiction')]
}
