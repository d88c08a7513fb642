import { writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

const CHILDREN = ['actors', 'regions', 'activities', 'amounts', 'details', 'links']

type Column = { name: string; type: string }

/** Copies the tables of the actions into a file that others may write to, with the indexes that their paging needs. */
export function copyTables(dataset: string, file: string) {
  const db = new Sqlite(file)
  db.pragma('journal_mode = OFF')
  db.prepare('ATTACH ? AS dataset').run(dataset)
  const columns = db.pragma('dataset.table_info(actions)') as Column[]
  const declared = columns.map(
    ({ name, type }) => `${name} ${type}${name === 'id' ? ' PRIMARY KEY' : ''}`,
  )
  db.exec(`CREATE TABLE actions (${declared.join(', ')});
    INSERT INTO actions SELECT ${columns.map(({ name }) => name).join(', ')} FROM dataset.actions;
    CREATE INDEX actions_by_date ON actions (date_earliest)`)
  for (const child of CHILDREN)
    db.exec(`CREATE TABLE action_${child} AS SELECT * FROM dataset.action_${child};
      CREATE INDEX ${child}_of ON action_${child} (action_id)`)
  // Else the dataset would be analysed too, which writes into it.
  db.exec('DETACH dataset')
  db.exec('ANALYZE')
  db.close()
}

/** The actions as the file that json-server reads, from their NDJSON. */
export function writeJsonFile(file: string, ndjson: string) {
  writeFileSync(file, `{"actions":[${ndjson.trimEnd().replaceAll('\n', ',')}]}`)
}
