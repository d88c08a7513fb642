import { z } from 'zod'
import { RegionCode } from './region.ts'
import { component, ShortText, Size } from './text.ts'
import { code, codesOf } from './vocabulary.ts'

const description =
  'How well the actions of a jurisdiction, a year and a kind are covered. An action without a jurisdiction counts in all the regions that it names.'

/** The actions of a jurisdiction, a year and a kind, and the sources that they rest on. */
export const CoverageRow = component('CoverageRow', description, {
  region: RegionCode.nullable().describe('The jurisdiction; null for actions that name no place'),
  name: ShortText.nullable().describe('Its name'),
  year: z.int().nullable().describe('The year; null for dates that are not known to the year'),
  kind: code('action-kind').describe('Kind of action'),
  actions: Size.describe('How many actions'),
  official_sources: Size.describe('Official texts, or copies of them, that they rest on'),
  independent_sources: Size.describe('Reports and texts that do not repeat each other'),
  single_source_actions: Size.describe('Actions whose date rests on one unofficial report'),
  gaps: z.array(code('coverage-gap')).describe('What is weak'),
})
export type CoverageRow = z.output<typeof CoverageRow>

/** The weaknesses of the sources of some actions. */
export function gapsOf(row: Omit<CoverageRow, 'gaps'>): string[] {
  const is: Record<string, boolean> = {
    'no-official-source': row.official_sources === 0,
    'single-source': row.single_source_actions === row.actions,
  }
  return codesOf('coverage-gap').filter(gap => is[gap])
}
