import { globSync } from 'node:fs'

export const ORIGIN = 'http://127.0.0.1:3000'

/** How the snippets of a language are run: a program of Node or Debian, given the snippet on standard input. */
export const languages: Record<string, [program: string, ...args: string[]]> = {
  sh: ['bash', '-euo', 'pipefail', '-s'],
  js: [process.execPath, '--input-type=module', '-'],
  ts: [process.execPath, '--input-type=module-typescript', '-'],
  python: ['python3', '-'],
  r: ['Rscript', '-'],
  sql: [process.execPath, new URL('./duckdb.ts', import.meta.url).pathname],
}

/** What a fence that is not run has behind its language. */
export const NOT_RUN = 'not run'

export const pagesIn = (folder: string) => globSync('docs/cookbook/*.md', { cwd: folder }).sort()

export type Fence = { language: string; mark: string; text: string }

const fence = /^```(\S+)(?: ([^\n]+))?\n(.*?)^```$/gms

/** Every fenced block of a page, in order. */
export const fencesOf = (page: string): Fence[] =>
  [...page.matchAll(fence)].map(([, language = '', mark = '', text = '']) => ({
    language,
    mark,
    text,
  }))

const snippet = new RegExp(
  `(^\`\`\`(${Object.keys(languages).join('|')})\\n(.*?)^\`\`\`\\n)(?:\\n\`\`\`text\\n(.*?)^\`\`\`\\n)?`,
  'gms',
)

export type Snippet = {
  whole: string
  head: string
  language: string
  code: string
  output: string
}

/** The snippets of a page, in order, each with the output that is shown below it; one that shows none has none. */
export const snippetsOf = (page: string): Snippet[] =>
  [...page.matchAll(snippet)].map(([whole, head = '', language = '', code = '', output = '']) => ({
    whole,
    head,
    language,
    code,
    output,
  }))
