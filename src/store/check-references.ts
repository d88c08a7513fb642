import { isIsoCode, isoCodes } from '../model/iso-regions.ts'
import { didYouMean } from '../model/nearest.ts'
import { collect, expectEachKnown, expectKnown, expectUnique, type Report } from './report.ts'
import type { Entry, Seed } from './seed.ts'

type Known = { regions: Set<string>; actors: Set<string>; actions: Set<string> }

/** The ids or codes of seed entries. */
export const keysOf = <T>(entries: Entry<T>[], key: (value: T) => string) =>
  new Set(entries.map(({ value }) => key(value)))

/** What one record says of others: ids that are not there, or are there twice, and ways that lead back to where they began. */
export function checkReferences(seed: Seed): string[] {
  const known: Known = {
    regions: keysOf(seed.regions, ({ code }) => code),
    actors: keysOf(seed.actors, ({ id }) => id),
    actions: keysOf(seed.actions, ({ id }) => id),
  }
  return [
    ...checkDuplicates(seed),
    ...collect(seed.regions, (region, report) => checkRegion(region, known, report)),
    ...collect(seed.actors, (actor, report) => checkActor(actor, known, report)),
    ...collect(seed.actions, (action, report) => checkAction(action, known, report)),
    ...checkCycles(seed),
  ]
}

function checkDuplicates(seed: Seed): string[] {
  const lists: [Entry<{ [key: string]: unknown }>[], string][] = [
    [seed.regions, 'code'],
    [seed.actions, 'id'],
  ]
  return lists.flatMap(([entries, key]) => {
    const seen = new Set<unknown>()
    return collect(entries, (value, report) => {
      if (seen.has(value[key])) report([key], `'${value[key]}' is there twice`)
      seen.add(value[key])
    })
  })
}

const standard = /^[A-Z]{2}(?:-|$)/

function checkRegion(
  { code, parent }: Seed['regions'][number]['value'],
  known: Known,
  report: Report,
) {
  if (standard.test(code) && !isIsoCode(code))
    report(['code'], `'${code}' is not in ISO 3166${didYouMean(code, isoCodes)}`)
  expectKnown(report, known.regions, ['parent'], parent)
}

function checkActor(actor: Seed['actors'][number]['value'], known: Known, report: Report) {
  const { region, affiliations, names } = actor
  expectKnown(report, known.regions, ['region'], region)
  expectEachKnown(report, known.actors, ['affiliations', 'actor'], affiliations, it => it.actor)
  expectUnique(
    report,
    ['names'],
    names.map(({ name }) => name),
  )
}

type ActionSeed = Seed['actions'][number]['value']

function checkAction(action: ActionSeed, known: Known, report: Report) {
  const { actors, regions, links, amounts, effect } = action
  expectEachKnown(report, known.actors, ['actors', 'id'], actors, it =>
    'id' in it ? it.id : undefined,
  )
  expectEachKnown(report, known.regions, ['regions', 'code'], regions, it => it.code)
  expectEachKnown(report, known.actions, ['links', 'action'], links, it => it.action)
  expectKnown(report, known.actions, ['effect', 'until_by'], effect?.until_by)
  checkUnique(action, report)
  for (const [i, amount] of amounts.entries()) checkBounds(amount, ['amounts', i], report)
  for (const [i, it] of actors.entries())
    if ('count' in it && it.count) checkBounds(it.count, ['actors', i, 'count'], report)
}

/** What may stand only once in an action. */
function checkUnique(action: ActionSeed, report: Report) {
  const keys: Record<string, string[]> = {
    actors: action.actors.map(it => `${'id' in it ? it.id : it.key} as ${it.role}`),
    regions: action.regions.map(it => `${it.code} as ${it.role}`),
    amounts: action.amounts.map(({ quantity }) => quantity),
    details: action.details.map(({ aspect }) => aspect),
    links: action.links.map(link => `${link.type} ${link.action}`),
    activities: action.activities,
  }
  for (const [list, items] of Object.entries(keys)) expectUnique(report, [list], items)
}

type Bounds = { low: number | null; best: number | null; high: number | null }

function checkBounds({ low, best, high }: Bounds, path: PropertyKey[], report: Report) {
  const known = [low, best, high].filter(number => number !== null)
  if (known.length === 0) report(path, 'neither low, best nor high is known')
  if (known.some((number, i) => i > 0 && number < (known[i - 1] as number)))
    report(path, 'low, best and high are not in order')
}

/** Regions below themselves, and links of one type that lead back to where they began. */
function checkCycles(seed: Seed): string[] {
  const parents = new Map(
    seed.regions.map(({ value: { code, parent } }) => [code, parent ? [parent] : []]),
  )
  const regions = collect(seed.regions, ({ code }, report) => {
    if (reaches(code, code, parents)) report(['parent'], `'${code}' is below itself`)
  })
  const types = new Set(seed.actions.flatMap(({ value }) => value.links.map(({ type }) => type)))
  return [...regions, ...[...types].flatMap(type => checkLinkCycles(seed, type))]
}

function checkLinkCycles(seed: Seed, type: string): string[] {
  const next = new Map(
    seed.actions.map(({ value: { id, links } }) => [
      id,
      links.filter(link => link.type === type).map(({ action }) => action),
    ]),
  )
  return collect(seed.actions, ({ id }, report) => {
    if (reaches(id, id, next)) report(['links'], `'${id}' comes back to itself by ${type}`)
  })
}

/** Whether one can come from one place to another, over at least one step. */
export function reaches(from: string, goal: string, next: Map<string, string[]>): boolean {
  const open = [from]
  const seen = new Set<string>()
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const other of next.get(node) ?? []) {
      if (other === goal) return true
      if (!seen.has(other)) open.push(other)
      seen.add(other)
    }
  return false
}
