import assert from 'node:assert/strict'
import { getPriority, setPriority } from 'node:os'
import type { Database } from 'better-sqlite3'
import workerpool from 'workerpool'
import { openReadOnly } from './database.ts'
import { identityOf } from './identity.ts'
import { readMeta } from './meta.ts'
import { hitsIn, matchesIn } from './search.ts'

// A higher value would starve searches on a machine that other programs occupy. Only root may lower it again.
const NICENESS = 5
setPriority(Math.max(NICENESS, getPriority()))

// Kilobytes: a search reads the list of each word once.
const CACHE_KB = 4_000

const [file = '', content, identity] = process.argv.slice(2)
let opened: Database | undefined

/** The dataset, opened by the first call. Throws if the file is no longer the one that the server uses. */
function dataset(): Database {
  if (opened) return opened
  try {
    const db = openReadOnly(file)
    assert.equal(readMeta(db).content, content)
    assert.equal(identityOf(file), identity)
    db.pragma(`cache_size = -${CACHE_KB}`)
    opened = db
    return db
  } catch (cause) {
    throw new Error('the dataset file has been replaced', { cause })
  }
}

/** A search that its process skips after the deadline: the request was answered with 503, and the next should not wait. */
const untilDeadline =
  <R, T>(search: (db: Database, request: R) => T) =>
  (request: R, deadline: number): T => {
    if (Date.now() > deadline) throw new Error('too late')
    return search(dataset(), request)
  }

workerpool.worker({
  open: () => void dataset(),
  rows: untilDeadline(matchesIn),
  page: untilDeadline(hitsIn),
})
