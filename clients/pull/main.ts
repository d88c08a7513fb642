import { resolve } from 'node:path'
import { pull } from './copy.ts'

const [address, folder] = process.argv.slice(2)
if (address === undefined || folder === undefined || !URL.canParse(address)) {
  console.error('Usage: npm run pull -- <address of a server> <folder>')
  process.exitCode = 2
} else
  try {
    const { release, folder: copy, ways } = await pull(address, resolve(folder))
    for (const [name, way] of Object.entries(ways)) console.log(`${name.padEnd(20)} ${way}`)
    console.log(`Release ${release} is in ${copy}`)
  } catch (error) {
    const { name, message } = error as Error
    console.error(`${name}: ${message}`)
    process.exitCode = 1
  }
