import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collection, collectionNames } from '../model/collections.ts'
import { columnsOf } from '../model/columns.ts'
import { sha256 } from '../model/hash.ts'
import { joinNames, separateCharacters } from '../model/scripts.ts'
import { encodeDays } from './days.ts'
import { projectRoot } from './project.ts'
import { encodeRows } from './rows.ts'

/** The application_id of SQLite by which dataset files are known: `CREv` in ASCII. */
export const APPLICATION_ID = 0x43524576

/** The migrations in the order in which they are applied. */
export const readMigrations = (): string[] =>
  globSync(join(projectRoot, 'migrations/*.sql'))
    .sort()
    .map(path => readFileSync(path, 'utf8'))

const withoutComments = (sql: string) => sql.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ')

/** The form of the records of each collection, as a server expects it. */
const shapes = collectionNames.map(name => {
  const { schema, filters, spans, date, times } = collection(name)
  return {
    name,
    columns: columnsOf(schema).map(({ name, type, list }) => [name, type, list]),
    filters: filters.map(({ name, qualifiers, keys }) => [name, qualifiers, keys !== undefined]),
    spans: [...(date ? ['date'] : []), ...(spans?.names ?? [])],
    hasTimes: times !== undefined,
  }
})

/** Samples of what is stored in binary form. */
const samples = [encodeRows([1, 40], 64), encodeRows([1, 2, 3], 64), encodeDays([-1, 18_000])]
const SEARCHED = separateCharacters(joinNames(['OK', '银行', '行']))
const encodings = samples.map(bytes => Buffer.from(bytes).toString('hex'))

/**
 * Identifies the form of the dataset files that this program writes and can read. It is computed from the form itself,
 * not from the code: a change that leaves the form as it is leaves every file readable.
 */
export const formatId = sha256(
  JSON.stringify([readMigrations().map(withoutComments), shapes, encodings, SEARCHED]),
)

/** Throws if a dataset file has another form than this program reads. */
export function refuseOtherFormat(file: string, { format }: { format: string }) {
  if (format !== formatId)
    throw new Error(`${file} has the format of another version of this program`)
}
