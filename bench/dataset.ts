import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { writeExports } from '../src/build/exports/write.ts'
import { inputsHash } from '../src/build/inputs.ts'
import { sha256 } from '../src/model/hash.ts'
import { writeSynthetic } from './synthesize/dataset.ts'

/** Identifies the program that makes a dataset. */
function fingerprint(): string {
  const files = globSync('bench/{dataset,synthesize/*}.ts').sort()
  return sha256(inputsHash('seed') + files.map(file => readFileSync(file, 'utf8'))).slice(0, 8)
}

/** The folder of a dataset of so many actions, built if need be: events.sqlite, exports, tables.sqlite for other servers. */
export async function datasetFolder(count: number): Promise<string> {
  const folder = `data/bench/${count}-${fingerprint()}`
  if (existsSync(folder)) return folder
  console.error(`Building a dataset of ${count} actions …`)
  for (const old of globSync(`data/bench/${count}-*`)) rmSync(old, { recursive: true })
  mkdirSync(`${folder}.draft`, { recursive: true })
  const file = `${folder}.draft/events.sqlite`
  writeSynthetic(file, count)
  await writeExports(file)
  copyTables(file, `${folder}.draft/tables.sqlite`)
  renameSync(`${folder}.draft`, folder)
  return folder
}

/** Copies the tables of actions, with the indexes that other servers need. */
function copyTables(dataset: string, file: string) {
  const db = new Sqlite(file)
  db.prepare('ATTACH ? AS dataset').run(dataset)
  const columns = db.pragma('dataset.table_info(actions)') as { name: string; type: string }[]
  db.exec(`CREATE TABLE actions (${columns.map(it => `${it.name} ${it.type}`)}, PRIMARY KEY (id));
    INSERT INTO actions SELECT ${columns.map(it => it.name)} FROM dataset.actions;
    CREATE INDEX actions_by_date ON actions (date_earliest)`)
  for (const list of ['actors', 'regions', 'activities', 'amounts', 'details', 'links'])
    db.exec(`CREATE TABLE action_${list} AS SELECT * FROM dataset.action_${list};
      CREATE INDEX ${list}_of ON action_${list} (action_id)`)
  db.exec('DETACH dataset; ANALYZE')
  db.close()
}
