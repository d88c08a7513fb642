import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../model/hash.ts'

/** The texts of a folder by the sha256 of their file. Throws where the folder is missing. */
export function readTexts(folder: string): Map<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(({ name }) => {
      const bytes = readFileSync(join(folder, name))
      return [sha256(bytes), bytes.toString('utf8')]
    }),
  )
}
