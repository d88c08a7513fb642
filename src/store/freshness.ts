import { existsSync } from 'node:fs'
import { openReadOnly } from './database.ts'
import { inputsFingerprint } from './fingerprint.ts'
import { readMeta } from './meta.ts'

/** Whether a dataset file is the one that this seed and this program would build. Never by file times. */
export function isFresh(file: string, seedFolder: string): boolean {
  if (!existsSync(file)) return false
  try {
    const db = openReadOnly(file)
    const { inputs } = readMeta(db)
    db.close()
    return inputs === inputsFingerprint(seedFolder)
  } catch {
    return false
  }
}
