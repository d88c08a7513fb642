import { resolve } from 'node:path'
import { pull } from './copy.ts'

/** Runs the command with its arguments. Returns the exit code. */
export async function runPull([address, folder]: string[], output: Pick<Console, 'log' | 'error'>) {
  if (address === undefined || folder === undefined || !URL.canParse(address)) {
    output.error('Usage: npm run pull -- <address of a server> <folder>')
    return 2
  }
  try {
    const { release, folder: copy, ways } = await pull(address, resolve(folder))
    for (const [name, way] of Object.entries(ways)) output.log(`${name.padEnd(20)} ${way}`)
    output.log(`Release ${release} is in ${copy}`)
    return 0
  } catch (error) {
    output.error(String(error))
    return 1
  }
}
