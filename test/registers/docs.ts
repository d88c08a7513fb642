import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { register } from '../../src/bin/register-command.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { factColumns } from '../../src/model/register.ts'
import { rules } from '../../src/registers/rules.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { callCommand } from '../fixtures/command.ts'
import { emptySeed } from '../fixtures/seed.ts'

const page = readFileSync(join(projectRoot, 'docs/registers.md'), 'utf8')

/** The block of the page whose first line names it. */
const blockOf = (name: string): string =>
  page.split(`\`\`\`${name}\n`)[1]?.split('```')[0] ?? `no block ${name}`

t.test('the example of docs/registers.md does what the page says', async t => {
  const seed = emptySeed(t)
  const folder = join(seed, 'registers/je-fsc-services')
  mkdirSync(folder, { recursive: true })
  const description = join(folder, 'register.yaml')
  writeFileSync(description, blockOf('yaml register.yaml'))
  const file = join(temporaryFolder(t), 'services.csv')
  writeFileSync(file, blockOf('csv services.csv'))
  const args = ['je-fsc-services', file, '--on', '2026-03-02']
  const run = () => callCommand(say => register(seed, args, say))
  const { code, out, err } = await run()
  t.equal([...err, ...out].join('\n'), blockOf('text output').trim())
  t.equal(code, 0)
  writeFileSync(description, blockOf('yaml register.yaml') + blockOf('yaml decisions'))
  t.match(await run(), { code: 0, err: { length: 0 }, out: ['3 rows read'] })
})

t.test('docs/registers.md names every rule and fact, and no more', async t => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*) \|$/gm)].map(([, name, text]) => [
    name,
    text,
  ])
  t.strictSame(
    rows.filter(([name]) => name! in rules),
    Object.entries(rules),
  )
  t.strictSame(
    rows.filter(([name]) => name! in factColumns),
    Object.entries(factColumns),
  )
})
