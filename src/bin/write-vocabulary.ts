import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readVocabulary } from '../model/term.ts'
import { YamlFile } from '../model/yaml-file.ts'
import { projectRoot } from '../store/fingerprint.ts'

const SEED = 'seed/vocabulary.yaml'
const [file = join(projectRoot, 'src/model/vocabulary.json')] = process.argv.slice(2)
const terms = readVocabulary(new YamlFile(SEED, join(projectRoot, SEED)))
writeFileSync(file, `${JSON.stringify(terms, null, 2)}\n`)
