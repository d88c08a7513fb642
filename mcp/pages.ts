import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Resource, ResourceNotFoundError } from '@modelcontextprotocol/server'
import { projectRoot } from '../src/store/fingerprint.ts'

const ORIGIN = 'crypto-regulation-events://'
const mimeType = 'text/markdown'

type Page = Resource & { text: string }

/** The pages of the documentation, by their addresses. */
function readPages(): Map<string, Page> {
  const names = globSync('docs/*.md', { cwd: projectRoot }).sort()
  return new Map(
    names.map(name => {
      const text = readFileSync(join(projectRoot, name), 'utf8')
      const title = /^# (.+)$/m.exec(text)?.[1]
      return [`${ORIGIN}${name}`, { uri: `${ORIGIN}${name}`, name, title, mimeType, text }]
    }),
  )
}

const pages = readPages()

export const listPages = () => ({ resources: [...pages.values()].map(({ text, ...page }) => page) })

/** The text of a page. Throws where there is none. */
export function readPage(uri: string) {
  const page = pages.get(uri)
  if (!page) throw new ResourceNotFoundError(uri)
  return { contents: [{ uri, mimeType, text: page.text }] }
}
