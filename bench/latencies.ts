/**
 * Microseconds of each answer in a log of h2load: start, status and microseconds, with tabs between. One that failed
 * has taken forever, for a quick refusal is no answer.
 */
export function latenciesIn(log: string): number[] {
  const rows = log
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  return rows.map(([, status, microseconds]) =>
    status === '200' ? Number(microseconds) : Number.POSITIVE_INFINITY,
  )
}
