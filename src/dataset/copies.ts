import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { findAll, innerText, removeElement } from 'domutils'
import { parseDocument } from 'htmlparser2'
import MarkdownIt from 'markdown-it'
import type { SourceDocument } from '../model/document.ts'
import { sha256 } from '../model/hash.ts'

const invisible = new Set(['head', 'noscript', 'script', 'style', 'template'])

/** The visible text of a page. */
function ofHtml(html: string): string {
  const { children } = parseDocument(html)
  for (const element of findAll(({ name }) => invisible.has(name), children)) removeElement(element)
  return innerText(children)
}

const markdown = new MarkdownIt({ html: true })

/** How the text of a copy is read, by the end of the name of its file. */
const readers: Record<string, (content: string) => string> = {
  '.txt': text => text,
  '.md': text => ofHtml(markdown.render(text)),
  '.html': ofHtml,
}

/** The text of a copy; `length` counts the code points of the file, if it is the very file of the document. */
type Copy = { text: string; length?: number }

/** A function that reads a document from a folder with copies; undefined where the folder has none. */
export type Copies = (document: Pick<SourceDocument, 'id' | 'sha256'>) => Copy | undefined

/**
 * The copies of documents in a folder. A file belongs to the document whose file has its hash, else to the one with
 * its name: `<id>.txt`, `<id>.md` or `<id>.html`. Throws where the folder is missing.
 */
export function copiesIn(folder: string): Copies {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => name)
  const byHash = new Map(names.map(name => [sha256(readFileSync(join(folder, name))), name]))
  const byId = new Map(
    names.filter(name => parse(name).ext in readers).map(name => [parse(name).name, name]),
  )
  return ({ id, sha256 }) => {
    const own = byHash.get(sha256 ?? '')
    const name = own ?? byId.get(id)
    // Somebody may have removed it since.
    if (name === undefined || !existsSync(join(folder, name))) return undefined
    const content = readFileSync(join(folder, name), 'utf8')
    const text = (readers[parse(name).ext] ?? readers['.txt']!)(content)
    return own === undefined ? { text } : { text, length: [...content].length }
  }
}
