import { compareDated } from '../../src/model/dates.ts'
import type { SourceDocument } from '../../src/model/document.ts'
import { sha256 } from '../../src/model/hash.ts'
import { dateAt } from './calendar.ts'
import { Random } from './random.ts'
import { phrase } from './words.ts'

const REPORTS = 400
const PASSAGES = 12
const idOf = (index: number) => `report-${String(index).padStart(4, '0')}`

const passagesOf = (index: number) =>
  Array.from({ length: PASSAGES }, (_, at) => ({
    key: `p${at + 1}`,
    letters: 80 + at,
    sha256: sha256(`${idOf(index)} ${at}`),
  }))

/** Reports; some of them repeat another one. All are dated. */
const reports = Array.from({ length: REPORTS }, (_, index) => {
  const random = new Random(2, index)
  const published = dateAt(random.below(REPORTS), REPORTS)
  const origin = idOf(random.part() < 0.3 ? random.below(index + 1) : index)
  const read = { on: '2025-12-31', as: 'file' }
  const file = { sha256: sha256(idOf(index)), length: 20_000, passages: passagesOf(index) }
  const texts = { title: phrase(random, 7), publisher: phrase(random, 2), language: 'en' }
  const kind = { kind: 'news', official: random.part() < 0.2 ? 'copy' : 'no' }
  return { id: idOf(index), ...kind, ...texts, published, origin, read, ...file }
})

/** All documents in the order of their rows. */
export const documents: SourceDocument[] = reports.sort((a, b) =>
  compareDated({ ...a.published, id: a.id }, { ...b.published, id: b.id }),
)
