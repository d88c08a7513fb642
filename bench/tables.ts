/** A table that reads well in a terminal and is Markdown too. */
export function tableOf(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map(row => (row[column] as string).length)),
  )
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |`
  const rule = widths.map(width => '-'.repeat(width))
  return [head, rule, ...rows].map(line).join('\n')
}

/** Three digits that count, or the whole number where it has more. */
export function toText(value: number): string {
  if (!Number.isFinite(value)) return 'none'
  const rounded = Math.abs(value) < 1_000 ? Number(value.toPrecision(3)) : Math.round(value)
  return rounded.toLocaleString('en', { maximumSignificantDigits: 21 })
}
