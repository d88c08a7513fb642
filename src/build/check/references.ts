import type { ActionSeed } from '../../model/action.ts'
import type { ActorSeed } from '../../model/actor.ts'
import type { LicenceSeed } from '../../model/licence.ts'
import type { MatterSeed } from '../../model/matter.ts'
import { didYouMean } from '../../model/names.ts'
import type { Place, RegionSeed } from '../../model/region.ts'
import { complete, standard } from '../derive/places.ts'
import type { Seed } from '../seed/seed.ts'
import { isOnCycle, type Problem, problemsIn, unlessKnown, unlessRepeated } from './problems.ts'

/** The records of a seed by the ids that other records name. */
const recordsById = ({ regions, actors, actions, rules, cases, licences }: Seed) => ({
  rules: new Set(rules.map(({ value }) => value.id)),
  matters: new Map([...rules, ...cases, ...licences].map(({ value }) => [value.id, value])),
  /** The rules and cases with a step. */
  stepped: new Set(actions.flatMap(({ value }) => value.matters.map(({ id }) => id))),
  regions: new Map<string, Pick<Place, 'parents'>>([
    ...standard,
    ...regions.map(({ value }) => [value.code, complete(value)] as const),
  ]),
  actors: new Map(actors.map(({ value }) => [value.id, value])),
  actions: new Map(actions.map(({ value }) => [value.id, value])),
})
type Known = ReturnType<typeof recordsById>

/** Checks the ids of records and the ids that they name, and values that must differ, be in order, or not form a cycle. */
export function checkReferences(seed: Seed): string[] {
  const known = recordsById(seed)
  const [unlessCodeRepeated, unlessIdRepeated] = [unlessRepeated(), unlessRepeated()]
  const unlessMatterRepeated = unlessRepeated()
  const matters = [...seed.rules, ...seed.cases]
  return [
    ...problemsIn(seed.regions, ({ value }) => unlessCodeRepeated(['code'], value.code)),
    ...problemsIn(seed.actions, ({ value }) => unlessIdRepeated(['id'], value.id)),
    ...problemsIn(seed.regions, ({ value }) => checkRegion(value, known)),
    ...problemsIn([...matters, ...seed.licences], ({ value }) =>
      unlessMatterRepeated(['id'], value.id),
    ),
    ...problemsIn(matters, ({ value }) => checkMatter(value, known)),
    ...problemsIn(seed.licences, ({ value }) => checkLicence(value, known)),
    ...problemsIn(seed.actors, ({ value }) => checkActor(value, known)),
    ...problemsIn(seed.actions, ({ value }) => checkAction(value, known)),
  ]
}

function* checkRegion(region: RegionSeed, { regions }: Known): Generator<Problem> {
  const { code, parents } = region
  for (const field of ['name', 'kind'] as const)
    if (region[field] === undefined && !standard.has(code))
      yield [
        ['code'],
        `'${code}' is in no standard${didYouMean(code, standard.keys())}, and has no ${field}`,
      ]
  for (const [i, parent] of parents.entries()) {
    yield* unlessKnown(regions, ['parents', i, 'code'], parent.code)
    if ((parent.from ?? '') > (parent.until ?? '9'))
      yield [['parents', i, 'until'], `is before ${parent.from}`]
  }
  const above = [...parents, ...(standard.get(code)?.parents ?? [])]
  yield* checkLists({ parents: above.map(parent => parent.code) })
  const codesAbove = (one: string) => regions.get(one)?.parents.map(parent => parent.code) ?? []
  if (isOnCycle(code, codesAbove)) yield [['parents'], `'${code}' is below itself`]
}

function* checkActor(actor: ActorSeed, { regions, actors }: Known): Generator<Problem> {
  yield* unlessKnown(regions, ['region'], actor.region)
  for (const [i, it] of actor.affiliations.entries())
    yield* unlessKnown(actors, ['affiliations', i, 'actor'], it.actor)
  yield* checkLists({
    names: actor.names.map(({ name }) => name),
    identifiers: actor.identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
  })
}

function* checkAction(action: ActionSeed, known: Known): Generator<Problem> {
  for (const [i, it] of action.actors.entries())
    if ('id' in it) yield* unlessKnown(known.actors, ['actors', i, 'id'], it.id)
    else if (it.count) yield* checkBounds(it.count, ['actors', i, 'count'])
  yield* checkRegions(action, known)
  for (const [i, { id, stage }] of action.matters.entries()) {
    yield* unlessKnown(known.matters, ['matters', i, 'id'], id)
    if (stage !== undefined && known.matters.has(id) && !known.rules.has(id))
      yield [
        ['matters', i, 'stage'],
        `'${id}' is a case: the type of the action says which step it is`,
      ]
  }
  for (const [i, amount] of action.amounts.entries()) yield* checkBounds(amount, ['amounts', i])
  yield* checkLinks(action, known)
  yield* checkLists({
    actors: action.actors.map(it => `${'id' in it ? it.id : it.key} as ${it.role}`),
    matters: action.matters.map(({ id }) => id),
    amounts: action.amounts.map(({ quantity }) => quantity),
    details: action.details.map(({ aspect }) => aspect),
    links: action.links.map(({ type, action }) => `${type} ${action}`),
    activities: action.activities,
  })
}

function* checkMatter(matter: MatterSeed, known: Known): Generator<Problem> {
  yield* checkRegions(matter, known)
  yield* checkLists({ numbers: matter.numbers.map(({ value }) => value) })
  if (!known.stepped.has(matter.id)) yield [['id'], `no action is a step of '${matter.id}'`]
}

function* checkLicence(licence: LicenceSeed, known: Known): Generator<Problem> {
  yield* checkRegions(licence, known)
  yield* unlessKnown(known.actors, ['actor'], licence.actor)
  yield* unlessKnown(known.actors, ['authority'], licence.authority)
  yield* unlessKnown(known.rules, ['rule'], licence.rule)
  yield* checkLists({
    numbers: licence.numbers.map(({ value }) => value),
    activities: licence.activities ?? [],
    websites: licence.websites,
  })
}

function* checkRegions({ regions }: Pick<MatterSeed, 'regions'>, known: Known): Generator<Problem> {
  for (const [i, { code, role, alternative }] of regions.entries()) {
    yield* unlessKnown(known.regions, ['regions', i, 'code'], code)
    const others = regions.filter(one => one.role === role && one.alternative)
    if (alternative && others.length < 2)
      yield [['regions', i, 'alternative'], `no other region is an alternative as ${role}`]
  }
  yield* checkLists({ regions: regions.map(({ code, role }) => `${code} as ${role}`) })
}

function* checkLinks({ id, links, effect }: ActionSeed, { actions }: Known): Generator<Problem> {
  for (const [i, { action }] of links.entries())
    yield* unlessKnown(actions, ['links', i, 'action'], action)
  yield* unlessKnown(actions, ['effect', 'until_by'], effect?.until_by)
  const linked = (id: string, type: string) =>
    actions.get(id)?.links.flatMap(link => (link.type === type ? link.action : [])) ?? []
  for (const type of new Set(links.map(({ type }) => type)))
    if (isOnCycle(id, id => linked(id, type)))
      yield [['links'], `'${id}' comes back to itself by ${type}`]
}

type Bounds = { low: number | null; best: number | null; high: number | null }

function checkBounds({ low, best, high }: Bounds, path: PropertyKey[]): Problem[] {
  const numbers = [low, best, high].filter(number => number !== null)
  if (numbers.length === 0) return [[path, 'neither low, best nor high is known']]
  const isOrdered = numbers.join() === numbers.toSorted((a, b) => a - b).join()
  return isOrdered ? [] : [[path, 'low, best and high are not in order']]
}

/** Checks that the items of each list differ by their keys. */
const checkLists = (lists: Record<string, string[]>): Problem[] =>
  Object.entries(lists).flatMap(([list, keys]) => {
    const check = unlessRepeated()
    return keys.flatMap((key, i) => check([list, i], key))
  })
