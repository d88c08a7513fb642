import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import t from 'tap'
import { languages, pagesIn, snippetsOf } from '../../cookbook/pages.ts'
import { projectRoot } from '../../src/dataset/project.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')
const pages = pagesIn(projectRoot)

t.test('every page is in the index', async t => {
  const links = read('docs/cookbook/README.md').matchAll(/\]\((\w+\.md)\)/g)
  const others = pages.map(name => basename(name)).filter(name => name !== 'README.md')
  t.strictSame([...new Set([...links].map(([, name]) => name))].sort(), others)
})

/** Every fenced block of a page, with what follows its language. */
const fencesOf = (page: string) =>
  [...page.matchAll(/^```(\S+)(?: ([^\n]+))?\n(.*?)^```$/gms)].map(
    ([, language, mark = '', text]) => ({ language, mark, text }),
  )

t.test('every fence is a snippet, its output, or marked as not run', async t => {
  for (const name of pages) {
    const page = read(name)
    const fences = fencesOf(page).filter(({ mark }) => mark !== 'not run')
    const expected = snippetsOf(page).flatMap(({ language, code, output }) => [
      { language, mark: '', text: code },
      ...(output === '' ? [] : [{ language: 'text', mark: '', text: output }]),
    ])
    t.strictSame(fences, expected, name)
    t.equal(page.match(/^```/gm)?.length ?? 0, fencesOf(page).length * 2, name)
  }
  const used = pages.flatMap(name => snippetsOf(read(name)).map(({ language }) => language))
  t.strictSame([...new Set(used)].sort(), Object.keys(languages).sort())
})
