import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { languages, ORIGIN, type Snippet, snippetsOf } from './pages.ts'

/** What all machines have in common: nobody's settings, and Debian's programs before all but our Node. */
const environment = (folder: string) => ({
  PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
  HOME: folder,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
})

/** What a snippet prints when it is run in a folder, on the server at an address. Throws where it fails. */
export async function run({ language, code }: Snippet, folder: string, address: string) {
  const [program, ...args] = languages[language] as [string, ...string[]]
  const child = spawn(program, args, { cwd: folder, env: environment(folder) })
  const ended = once(child, 'close')
  child.stdin.end(code.replaceAll(ORIGIN, address))
  const [output, errors, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ])
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${errors}\n${code}`)
  return output.replaceAll(/[ \r]+$/gm, '').replaceAll(address, ORIGIN)
}

const client = fileURLToPath(new URL('../clients/typescript/client.ts', import.meta.url))

/** A folder for the snippets of a page, with the TypeScript client in it. */
export function pageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'events-cookbook-'))
  symlinkSync(client, join(folder, 'client.ts'))
  return folder
}

/** Each snippet of a page with what it prints, run in order in one folder: later ones use what earlier ones fetched. */
export async function runPage(page: string, address: string): Promise<[Snippet, string][]> {
  const folder = pageFolder()
  const printed: [Snippet, string][] = []
  try {
    for (const snippet of snippetsOf(page))
      printed.push([snippet, await run(snippet, folder, address)])
  } finally {
    rmSync(folder, { recursive: true })
  }
  return printed
}
