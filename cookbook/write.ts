import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frozenSeed, withFreshApp } from '../src/bin/fresh-app.ts'
import { projectRoot } from '../src/dataset/project.ts'
import { pagesIn } from './pages.ts'
import { runPage } from './run.ts'

// Writes the output of each snippet below it, in the pages of a folder whose name includes a text.
const [folder = projectRoot, only = ''] = process.argv.slice(2)
await withFreshApp(frozenSeed, async app => {
  const address = await app.listen({ port: 0 })
  for (const name of pagesIn(folder).filter(name => name.includes(only))) {
    const file = join(folder, name)
    let page = readFileSync(file, 'utf8')
    for (const [{ whole, head }, output] of await runPage(page, address)) {
      const shown = output === '' ? head : `${head}\n\`\`\`text\n${output}\`\`\`\n`
      page = page.replace(whole, () => shown)
    }
    writeFileSync(file, page)
  }
})
