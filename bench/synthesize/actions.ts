import type { Action } from '../../src/model/action.ts'
import type { Claim } from '../../src/model/claim.ts'
import type { EventDate } from '../../src/model/dates.ts'
import { codesOf, kindOfType } from '../../src/model/vocabulary.ts'
import { toSources } from '../../src/store/derive-claims.ts'
import { claimsFor } from './claims.ts'
import { isRepeal, linksOf, repealOf } from './links.ts'
import { partiesOf, placesOf } from './parties.ts'
import { Random } from './random.ts'
import type { Recipe } from './recipe.ts'
import { capital, phrase, sentences } from './words.ts'

const types = codesOf('action-type').filter(type => type !== 'repeal')
const activities = codesOf('activity')
const aspects = codesOf('aspect')

/** The action of a row and the claims on it, whatever was asked before. */
export function actionAt(recipe: Recipe, row: number): { action: Action; claims: Claim[] } {
  const bare = bareAction(recipe, row)
  const claims = claimsFor(recipe, 'actions', bare, new Random(recipe.seed, 8, row))
  return { action: { ...bare, sources: toSources(claims) }, claims }
}

function bareAction(recipe: Recipe, row: number): Omit<Action, 'sources'> {
  const { seed, words, calendar, ids } = recipe
  const random = new Random(seed, 7, row)
  const type = isRepeal(row) ? 'repeal' : typeOf(random)
  const kind = kindOfType(type)
  const date = calendar.dateOf(row)
  const planned = random.chance(0.06)
  const actors = partiesOf(recipe, random, kind)
  const regions = placesOf(random, type)
  return {
    id: ids.idOf(row),
    title: `${actors[0]?.name ?? capital(phrase(random, words, 2))}: ${type.replaceAll('-', ' ')}, ${phrase(random, words, 4)}, ${regions[0]?.name}`,
    summary: sentences(random, words, 2),
    kind,
    type,
    date,
    planned,
    due: planned && random.chance(0.6) ? calendar.after(date, 10 + random.below(400)) : null,
    effect: effectOf(recipe, random, { row, kind, date }),
    actors,
    regions,
    activities: activitiesOf(random),
    amounts: random.chance(0.12) ? [amountOf(random)] : [],
    details: random.chance(0.3)
      ? [{ aspect: random.early(aspects), text: sentences(random, words, 1) }]
      : [],
    links: linksOf(recipe, random, { row, kind, date }),
  }
}

/** A type, whose kinds are mixed, so that no kind is made of the rare ones alone. */
const typeOf = (random: Random): string => {
  const place = random.zipf(types.length)
  return types[(place * 7) % types.length] as string
}

function activitiesOf(random: Random): string[] {
  const chosen = [random.early(activities), random.early(activities), random.early(activities)]
  return [...new Set(chosen.slice(0, 1 + random.zipf(3)))]
}

function effectOf(
  { calendar, ids, count }: Recipe,
  random: Random,
  { row, kind, date }: { row: number; kind: string; date: EventDate },
): Action['effect'] {
  const end = repealOf(row, count)
  if (end !== undefined) return { from: date, until: calendar.dateOf(end), until_by: ids.idOf(end) }
  if (!random.chance(kind === 'regulation' ? 0.6 : 0.08)) return null
  const from = random.chance(0.5) ? date : calendar.after(date, random.below(90))
  const isEnded = random.chance(0.2)
  const hasBeginning = !isEnded || random.chance(0.8)
  return {
    from: hasBeginning ? from : null,
    until: isEnded ? calendar.after(from, 1 + random.below(1_000)) : null,
  }
}

function amountOf(random: Random): Action['amounts'][number] {
  const best = 1 + random.zipf(100_000)
  const [quantity, unit] = random.of([
    ['companies', '1'],
    ['mining-devices', '1'],
    ['users', '1'],
    ['share-price-change', '%'],
    ['mining-share', '%'],
    ['electricity-used', 'kW.h'],
  ])
  const isBound = random.chance(0.3)
  return {
    quantity: quantity as string,
    low: isBound ? best : null,
    best: isBound ? null : best,
    high: null,
    unit: unit as string,
    modality: random.of(codesOf('modality')),
    approximate: random.chance(0.4),
    as_reported: isBound ? `at least ${best}` : String(best),
  }
}
