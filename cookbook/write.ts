import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frozenSeed, withFreshApp } from '../src/bin/fresh-app.ts'
import { projectRoot } from '../src/store/fingerprint.ts'
import { pagesIn } from './pages.ts'
import { runPage } from './run.ts'

/** A page with what its snippets print below them. */
async function fill(page: string, address: string): Promise<string> {
  let filled = page
  for (const [{ whole, head }, output] of await runPage(page, address)) {
    const shown = output === '' ? head : `${head}\n\`\`\`text\n${output}\`\`\`\n`
    filled = filled.replace(whole, () => shown)
  }
  return filled
}

const [folder = projectRoot, only = ''] = process.argv.slice(2)
await withFreshApp(frozenSeed, async app => {
  const address = await app.listen({ port: 0 })
  for (const name of pagesIn(folder).filter(name => name.includes(only))) {
    const file = join(folder, name)
    writeFileSync(file, await fill(readFileSync(file, 'utf8'), address))
  }
})
