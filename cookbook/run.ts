import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { languages, ORIGIN, type Snippet, snippetsOf } from './pages.ts'

/** An environment that every machine has: no settings of a user, and Debian's programs, with our Node before them. */
const environment = (folder: string) => ({
  PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
  HOME: folder,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
})

/** Runs a snippet in a folder, on the server at an address. Returns its output; throws if it fails. */
export async function run({ language, code }: Snippet, folder: string, address: string) {
  const [program, ...args] = languages[language]!
  const child = spawn(program, args, { cwd: folder, env: environment(folder) })
  child.stdin.end(code.replaceAll(ORIGIN, address))
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const [output, errors, [status]] = await ended
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${errors}\n${code}`)
  return output.replaceAll(/[ \r]+$/gm, '').replaceAll(address, ORIGIN)
}

const placeOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Runs the snippets of a page in order in one folder, with the TypeScript client and the packages of this project: later ones use earlier files. */
export async function runPage(page: string, address: string): Promise<[Snippet, string][]> {
  const folder = mkdtempSync(join(tmpdir(), 'events-cookbook-'))
  symlinkSync(placeOf('clients/typescript/client.ts'), join(folder, 'client.ts'))
  symlinkSync(placeOf('node_modules'), join(folder, 'node_modules'))
  try {
    return await Array.fromAsync(
      snippetsOf(page),
      async (snippet): Promise<[Snippet, string]> => [snippet, await run(snippet, folder, address)],
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
