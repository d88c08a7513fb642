import type { DocumentSeed } from '../../model/document.ts'
import type { Register, RegisterSeed } from '../../model/register.ts'
import { latenessOf } from './compare/lateness.ts'
import type { RegisterFolder } from './read/folder.ts'
import type { Reading } from './read/reading.ts'

/** The document that a reading of a register is. */
export function documentOf(
  register: RegisterSeed,
  { id, on, head, layout, covers }: Reading,
  publisher: string,
): DocumentSeed {
  const { title, language, url, licence, attribution } = register
  return {
    ...{ id, kind: 'register', official: layout.official, title: `${title}, ${on}` },
    ...{ publisher, language, url, published: { edtf: on, basis: 'stated' }, origin: id },
    read: { on, as: layout.as },
    ...(licence === undefined ? {} : { licence }),
    attribution,
    ...{ sha256: head.sha256, length: head.length, register: register.id, covers },
    ...{ passages: [], claims: [] },
  }
}

/** A register as the page of the dataset shows it. */
export const pageOf = ({
  value: register,
  readings,
  tracks,
}: Pick<RegisterFolder, 'value' | 'readings' | 'tracks'>): Register => ({
  ...{ id: register.id, title: register.title, authority: register.authority },
  ...(register.rule === undefined ? {} : { rule: register.rule }),
  ...{ url: register.url, places: register.places, kinds: register.kinds },
  readings: readings.map(({ id, on, layout, covers }) => ({
    ...{ document: id, on, as: layout.as, covers },
  })),
  ...{ complete_from: register.complete_from, lateness: latenessOf(readings, tracks) },
  leaves_out: register.leaves_out,
  attribution: register.attribution,
})
