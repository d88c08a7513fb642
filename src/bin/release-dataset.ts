import { join } from 'node:path'
import { projectRoot } from '../store/fingerprint.ts'
import { releaseWithReadme } from './release-readme.ts'

const [seed, page] = ['seed', 'README.md'].map(name => join(projectRoot, name)) as [string, string]
const args = process.argv.slice(2)
process.exitCode = await releaseWithReadme(seed, page, new Date(), args, console)
