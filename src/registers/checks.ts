import { authorityOf, checks } from '../build/registers/read/checks.ts'
import { placesBeside } from './cells/places.ts'
import type { ReadRow, Scope } from './rows.ts'

/** Completes a row and checks it: why it stays out is among its faults. */
export function finishRow(scope: Scope, row: ReadRow) {
  const { facts, faults, touch } = row
  if (!facts.home && !faults.has('home')) fillHome(scope, row)
  if (facts.places !== undefined && !faults.has('places'))
    facts.places = placesBeside(facts.home!, facts.places, touch)
  for (const [column, check] of checks) {
    // The home state depends on the authority.
    if (faults.has(column) || (column === 'home' && faults.has('authority'))) continue
    const reason = check(facts, scope)
    if (reason) faults.set(column, reason)
  }
}

function fillHome(scope: Scope, { facts, touch, faults }: ReadRow) {
  const authority = authorityOf(facts, scope)
  if (!authority || faults.has('authority')) return
  facts.home = authority.region
  if (scope.layout.columns.home) touch('home-by-authority')
}
