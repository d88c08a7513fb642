import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemas } from '../build/seed/schemas.ts'
import { YamlFile } from '../build/seed/yaml-file.ts'
import { projectRoot } from '../dataset/project.ts'
import { toTerms } from '../model/vocabulary.ts'

const SEED = 'seed/vocabulary.yaml'
const [file = join(projectRoot, 'src/model/vocabulary.json')] = process.argv.slice(2)
const vocabulary = new YamlFile(SEED, join(projectRoot, SEED)).read(schemas.vocabulary)
writeFileSync(file, `${JSON.stringify(toTerms(vocabulary), null, 2)}\n`)
