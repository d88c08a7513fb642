import { globSync } from 'node:fs'

export const ORIGIN = 'http://127.0.0.1:3000'

/** How the snippets of a language are run: a program of Node or Debian, which reads the snippet from its input. */
export const languages: Record<string, [program: string, ...args: string[]]> = {
  sh: ['bash', '-euo', 'pipefail', '-s'],
  js: [process.execPath, '--input-type=module', '-'],
  ts: [process.execPath, '--input-type=module-typescript', '-'],
  python: ['python3', '-'],
  r: ['Rscript', '-'],
  sql: [process.execPath, new URL('./duckdb.ts', import.meta.url).pathname],
}

export const pagesIn = (folder: string) => globSync('docs/cookbook/*.md', { cwd: folder }).sort()

const snippet = new RegExp(
  `(^\`\`\`(${Object.keys(languages).join('|')})\\n(.*?)^\`\`\`\\n)(?:\\n\`\`\`text\\n(.*?)^\`\`\`\\n)?`,
  'gms',
)

/** A fenced block of a page that is run, and the output that the page shows below it, if any. */
export type Snippet = ReturnType<typeof snippetsOf>[number]

/** The snippets of a page, in order. */
export const snippetsOf = (page: string) =>
  [...page.matchAll(snippet)].map(([whole, head, language, code, output = '']) => ({
    whole,
    head: head!,
    language: language!,
    code: code!,
    output,
  }))
