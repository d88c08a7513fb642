import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { YamlFile } from '../build/seed/yaml-file.ts'
import { projectRoot } from '../dataset/project.ts'
import { toTerms, VocabularyFile } from '../model/vocabulary.ts'

const SEED = 'seed/vocabulary.yaml'
const [file = join(projectRoot, 'src/model/vocabulary.json')] = process.argv.slice(2)
const vocabulary = new YamlFile(SEED, join(projectRoot, SEED)).read(VocabularyFile)
writeFileSync(file, `${JSON.stringify(toTerms(vocabulary), null, 2)}\n`)
