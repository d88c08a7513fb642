import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { testApp } from '../fixtures/app.ts'

// biome-ignore lint/suspicious/noExplicitAny: bodies of several shapes
export type Body = any

/** Starts a server on a free port. `describe` writes the description that it serves to a folder. */
export async function startServer(t: Test) {
  const { app } = await testApp(t, { exported: true, released: true })
  const address = await app.listen({ port: 0 })
  const ask = async (path: string): Promise<Body> => (await fetch(address + path)).json()
  const description = JSON.stringify(await ask('/openapi.json'))
  const describe = (folder: string) => writeFileSync(join(folder, 'openapi.json'), description)
  return { address, ask, describe }
}
