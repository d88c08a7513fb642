/** Headings of the units. */
export const units = {
  rate: 'requests/s',
  cpu: 'CPU a request, µs',
  p50: 'median, ms',
  p99: 'p99, ms',
  row: 'time a row, µs',
  sql: 'SQL statements',
  build: 'CPU of a build, s',
  ready: 'start to ready, ms',
  memory: 'resident memory, MB',
}
export type Unit = keyof typeof units

/** Measured values: `<measurement>/<server>/<unit>` → number. */
export type Figures = Map<string, number>
export type Run = { figures: Figures; rounds: number }

/** The least value that at least such a part of all values do not exceed. */
export function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] as number
}

type Measures = Record<string, () => Promise<{ [unit in Unit]?: number }>>

/** Measures in turns, every second time in the other order, and keeps the medians. The first round warms up. */
export async function inTurns(what: string, measures: Measures, { figures, rounds }: Run) {
  const samples = new Map<string, number[]>()
  const servers = Object.keys(measures)
  for (let round = 0; round <= rounds; round++)
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      const sample = Object.entries((await measures[server]?.()) ?? {})
      for (const [unit, value] of round === 0 ? [] : sample) {
        const key = `${what}/${server}/${unit}`
        samples.set(key, [...(samples.get(key) ?? []), value])
      }
    }
  for (const [key, values] of samples) figures.set(key, percentile(values, 0.5))
}
