import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { parse } from 'yaml'
import { citationFile } from '../../src/bin/citation-file.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { compareVersions, RELEASE_SUFFIX } from '../../src/model/release.ts'

const read = (name: string) => readFileSync(join(projectRoot, name))
const text = read('CITATION.cff').toString()
const dataset = parse(read('seed/dataset.yaml').toString())

/** The head of the newest release, without reading its records. */
function newestRelease() {
  const files = globSync(`seed/releases/*${RELEASE_SUFFIX}`, { cwd: projectRoot })
  const newest = files.sort(compareVersions).at(-1)!
  const lines = gunzipSync(read(newest)).toString()
  return JSON.parse(lines.slice(0, lines.indexOf('\n')))
}

t.test('CITATION.cff cites the newest release, under the licence of the data', async t => {
  const { version, time, hash } = newestRelease()
  t.match(parse(text), {
    'cff-version': '1.2.0',
    message: String,
    type: 'dataset',
    title: dataset.title,
    authors: [{ name: dataset.publisher }],
    version,
    'date-released': time.slice(0, 10),
    license: dataset.licence.id,
  })
  t.equal(text, citationFile({ ...dataset, release: { version, date: time.slice(0, 10), hash } }))
})
