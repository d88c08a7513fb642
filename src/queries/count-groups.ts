import { isSliceOver, turn } from '../model/turns.ts'
import type { Tally } from './tally.ts'

/** A group by one thing: its value by the name of what is counted by, the JSON of that, and where in a tally its counts begin. */
export type Group = { values: Record<string, string>; json: string; offset: number }

/** How many distinct actions certainly and possibly belong to a group, or to two at once. */
export type Count = { first: Group; second: Group | undefined; certain: number; possible: number }

/** A group whose counts are so far from those of the first one. */
export const groupAt = (values: Group['values'], offset: number): Group => ({
  values,
  json: JSON.stringify(values).slice(1, -1),
  offset,
})

/** The counts of groups, or of the pairs of groups by two things. */
export async function countsOf(
  { certain, possible }: Tally,
  firsts: Group[],
  seconds: (Group | undefined)[] = [undefined],
): Promise<Count[]> {
  const counts: Count[] = []
  for (const first of firsts) {
    if (isSliceOver()) await turn()
    for (const second of seconds) {
      const at = first.offset + (second?.offset ?? 0)
      counts.push({
        first,
        second,
        certain: certain[at] as number,
        possible: possible[at] as number,
      })
    }
  }
  return counts
}

/** A count as it is sent. */
export function jsonOf({ first, second, certain, possible }: Count): string {
  const group = second ? `${first.json},${second.json}` : first.json
  return `{"group":{${group}},"certain":${certain},"possible":${possible}}`
}
