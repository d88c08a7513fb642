import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { hashOf, type RecordText } from '../../src/build/releases/records.ts'
import { readReleases, toRecordLine } from '../../src/build/releases/release-files.ts'
import { projectRoot } from '../../src/dataset/project.ts'
import { LEGAL } from '../../src/model/release.ts'
import { temporaryFolder } from '../fixtures/app.ts'
import { codeOnPage } from '../fixtures/examples.ts'

const program = codeOnPage(readFileSync(join(projectRoot, 'docs/releases.md'), 'utf8'), 'python')
const cwd = temporaryFolder(t)

/** The hash that the program on the page prints for the records of a release. */
function hashBy(records: Iterable<[string, RecordText]>): string {
  const lines = Array.from(records, toRecordLine)
  writeFileSync(join(cwd, 'records.ndjson'), lines.join(''))
  return execFileSync('python3', ['-c', program], { cwd, encoding: 'utf8' }).trim()
}

const notices = { on: '2026-12-01', reason: LEGAL } as const

t.test('Python finds the hash of each release, of removed records too', async t => {
  for (const { head, records } of readReleases(join(projectRoot, 'seed/releases'))) {
    t.equal(hashBy(records), head.hash, head.version)
    const some = Array.from(records, ([path, record], i): [string, RecordText] => [
      path,
      i % 2 === 0 ? { sha256: hashOf(record), ...notices } : record,
    ])
    t.equal(hashBy(some), head.hash, `${head.version} without half of its records`)
    t.not(hashBy(some.slice(1)), head.hash)
  }
})
