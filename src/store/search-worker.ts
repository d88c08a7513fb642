import assert from 'node:assert/strict'
import type { Database } from 'better-sqlite3'
import workerpool from 'workerpool'
import { openReadOnly } from './database.ts'
import { readMeta } from './meta.ts'
import { lowerPriority } from './priority.ts'
import { answer, type SearchRequest } from './search.ts'

// More would keep searches from being answered where other programs occupy the machine.
const NICENESS = 5
lowerPriority(NICENESS)

// Kilobytes; a search reads its words' lists once, from beginning to end.
const PAGES_KEPT = -4_000

const [file = '', content] = process.argv.slice(2)
let served: Database | undefined

/** The dataset, opened by the first call. Throws if the file is no longer the one that the server serves. */
function dataset(): Database {
  try {
    served ??= open()
    return served
  } catch (cause) {
    throw new Error('the dataset file has been replaced', { cause })
  }
}

function open(): Database {
  const db = openReadOnly(file)
  assert.equal(readMeta(db).content, content)
  db.pragma(`cache_size = ${PAGES_KEPT}`)
  return db
}

workerpool.worker({
  open: () => void dataset(),
  search: (request: SearchRequest, deadline: number) => {
    // Nobody waits for it any more: those behind it shall not wait for it either.
    if (Date.now() > deadline) throw new Error('too late')
    return answer(dataset(), request)
  },
})
