import { stringify } from 'csv-stringify/sync'
import type { FactColumn, Facts, ReadingHead } from '../model/register.ts'

/** The text of a file of facts: its head, the names of the columns, and the rows. */
export function writeFacts(head: ReadingHead, columns: FactColumn[], rows: Facts[]): string {
  const { layout, sha256, length, undecided = 0 } = head
  const rest = undecided > 0 ? `, undecided: ${undecided}` : ''
  const table = [columns, ...rows.map(facts => columns.map(column => facts[column]))]
  return `# layout: ${layout}, sha256: ${sha256}, length: ${length}${rest}\n${stringify(table)}`
}
