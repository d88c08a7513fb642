import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname

/** The time at which a file of this folder was last changed, in milliseconds; 0 if it is missing. */
const changed = (file: string) =>
  statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0

if (changed('node_modules/.package-lock.json') <= changed('package-lock.json')) {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  const args = [npm!, 'ci', '--prefix', folder, '--omit=dev', '--silent']
  // Standard output is for the protocol.
  const { status } = spawnSync(node!, args, { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(1)
}
await import('./main.ts')
