import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { YamlFile } from '../build/seed/yaml-file.ts'
import { projectRoot } from '../dataset/project.ts'
import { sha256 } from '../model/hash.ts'
import { toTerms, VocabularyFile } from '../model/vocabulary.ts'

const SEED = 'seed/vocabulary.yaml'
const [file = join(projectRoot, 'src/model/vocabulary.json')] = process.argv.slice(2)
const path = join(projectRoot, SEED)
const terms = toTerms(new YamlFile(SEED, path).read(VocabularyFile))
const content = { made_from: sha256(readFileSync(path)), terms }
writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
