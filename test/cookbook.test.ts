import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import t from 'tap'
import ts from 'typescript'
import { fencesOf, languages, NOT_RUN, pagesIn, snippetsOf } from '../cookbook/pages.ts'
import { projectRoot } from '../src/store/fingerprint.ts'
import { temporaryFolder } from './fixtures/app.ts'
import { runCommand } from './fixtures/command.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')
const pages = pagesIn(projectRoot)

t.test('every page is in the index', async t => {
  const links = read('docs/cookbook/README.md').matchAll(/\]\((\w+\.md)\)/g)
  const others = pages.map(name => basename(name)).filter(name => name !== 'README.md')
  t.strictSame([...new Set([...links].map(([, name]) => name))].sort(), others)
})

t.test('every fence is a snippet, what it prints, or marked as not run', async t => {
  for (const name of pages) {
    const page = read(name)
    const fences = fencesOf(page).filter(({ mark }) => mark !== NOT_RUN)
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

/** What the compiler says of files that stand beside the TypeScript client, by their texts. */
function complaintsOf(texts: string[]): string[] {
  const { config } = ts.readConfigFile(join(projectRoot, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, projectRoot)
  const files = new Map(
    texts.map((text, i) => [join(projectRoot, `clients/typescript/recipe-${i}.ts`), text]),
  )
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = name => files.get(name) ?? readFile(name)
  host.fileExists = name => files.has(name) || fileExists(name)
  const program = ts.createProgram([...files.keys()], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

// Never with whatever versions of the programs a machine happens to have.
const isAsked = process.env.CI_COOKBOOK === 'required'
const withPrograms = { skip: !isAsked && 'CI_COOKBOOK=required runs them, with programs of Debian' }

t.test('every snippet of TypeScript compiles', withPrograms, async t => {
  const snippets = pages.flatMap(name => snippetsOf(read(name)))
  const texts = snippets.filter(({ language }) => language === 'ts').map(({ code }) => code)
  const misspelt = texts.map(text => text.replace('has:', 'hass:').replace("'quarter'", "'quater'"))
  const complaints = complaintsOf([...texts, ...misspelt])
  t.equal(complaints.length, 2)
  t.match(complaints, [/'hass' does not exist/, /"quater"' is not assignable/])
})

t.test('every snippet prints what is shown', withPrograms, async t => {
  const folder = temporaryFolder(t)
  for (const name of pages) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(
      join(folder, name),
      read(name).replaceAll(/^```text\n.*?^```$/gms, '```text\n```'),
    )
  }
  const { code, errors } = await runCommand(t, 'cookbook/write.ts', [folder])
  t.equal(code, 0, errors)
  for (const name of pages) t.equal(readFileSync(join(folder, name), 'utf8'), read(name), name)
})
