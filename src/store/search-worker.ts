import { setPriority } from 'node:os'
import type { Database } from 'better-sqlite3'
import workerpool from 'workerpool'
import { openReadOnly } from './database.ts'
import { readMeta } from './meta.ts'
import { answer, type SearchRequest } from './search.ts'

const NICE = 10
setPriority(NICE)

// Kilobytes; a search reads its words' lists once, from beginning to end.
const PAGES_KEPT = -4_000

let db: Database

/** Opens a dataset file; refuses one that is no longer the one that the server serves. */
function open(file: string, content: string) {
  const opened = openServed(file, content)
  if (!opened) throw new Error('the dataset file has been replaced')
  opened.pragma(`cache_size = ${PAGES_KEPT}`)
  db = opened
}

function openServed(file: string, content: string): Database | undefined {
  try {
    const opened = openReadOnly(file)
    return readMeta(opened).content === content ? opened : undefined
  } catch {
    return undefined
  }
}

workerpool.worker({ open, search: (request: SearchRequest) => answer(db, request) })
