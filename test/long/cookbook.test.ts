import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import ts from 'typescript'
import { pagesIn, snippetsOf } from '../../cookbook/pages.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { runCommand } from '../fixtures/command.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')
const pages = pagesIn(projectRoot)

/** The compiler's errors about files with these texts in the folder of the TypeScript client. */
function errorsIn(texts: string[]): string[] {
  const { config } = ts.readConfigFile(join(projectRoot, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, projectRoot)
  const files = new Map(
    texts.map((text, i) => [join(projectRoot, `clients/typescript/recipe-${i}.ts`), text]),
  )
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  host.readFile = name => files.get(name) ?? readFile(name)
  host.fileExists = name => files.has(name) || fileExists(name)
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

t.test('every TypeScript snippet compiles', async t => {
  const snippets = pages.flatMap(name => snippetsOf(read(name)))
  const texts = snippets.filter(({ language }) => language === 'ts').map(({ code }) => code)
  const misspelt = texts.map(text => text.replace('has:', 'hass:').replace("'quarter'", "'quater'"))
  const errors = errorsIn([...texts, ...misspelt])
  t.equal(errors.length, 2)
  t.match(errors, [/'hass' does not exist/, /"quater"' is not assignable/])
})

t.test('every snippet prints the output on the page', async t => {
  const folder = temporaryFolder(t)
  for (const name of pages) {
    const bare = read(name).replaceAll(/^```text\n.*?^```$/gms, '```text\n```')
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bare)
  }
  const { code, errors } = await runCommand(t, 'cookbook/write.ts', [folder])
  t.equal(code, 0, errors)
  for (const name of pages) t.equal(readFileSync(join(folder, name), 'utf8'), read(name), name)
})
