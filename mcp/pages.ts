import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ResourceNotFoundError } from '@modelcontextprotocol/server'
import { projectRoot } from '../src/dataset/project.ts'

const mimeType = 'text/markdown'

/** The pages of the documentation. */
export const pages = globSync('docs/*.md', { cwd: projectRoot })
  .sort()
  .map(name => {
    const text = readFileSync(join(projectRoot, name), 'utf8')
    const title = /^# (.+)$/m.exec(text)?.[1]
    return { uri: `crypto-regulation-events://${name}`, name, title, mimeType, text }
  })

export const listPages = () => ({ resources: pages.map(({ text, ...page }) => page) })

/** The text of a page. Throws ResourceNotFoundError. */
export function readPage(uri: string) {
  const page = pages.find(page => page.uri === uri)
  if (!page) throw new ResourceNotFoundError(uri)
  return { contents: [{ uri, mimeType, text: page.text }] }
}
