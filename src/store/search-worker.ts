import { setPriority } from 'node:os'
import type { Database } from 'better-sqlite3'
import workerpool from 'workerpool'
import { openReadOnly } from './database.ts'
import { readMeta } from './meta.ts'
import { answer, type SearchRequest } from './search.ts'

const NICE = 10
setPriority(NICE)

let db: Database | undefined

/** Opens the file at the first request; refuses one that is no longer the one that the server serves. */
function open(file: string, content: string): Database {
  const opened = openServed(file, content)
  if (!opened) throw new Error('the dataset file has been replaced')
  return opened
}

function openServed(file: string, content: string): Database | undefined {
  try {
    const opened = openReadOnly(file)
    return readMeta(opened).content === content ? opened : undefined
  } catch {
    return undefined
  }
}

workerpool.worker({
  search: (file: string, content: string, request: SearchRequest) => {
    db ??= open(file, content)
    return answer(db, request)
  },
})
