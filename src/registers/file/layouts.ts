import type { Layout, RegisterSeed } from '../../model/register.ts'
import { readHeader } from './csv-file.ts'
import { refuse } from './decode.ts'

/** A layout with its id. */
export type NamedLayout = { id: string; layout: Layout }

/** A layout, and how the columns of a file differ from it. */
type Fit = NamedLayout & { missing: string[]; unknown: string[] }

/** The layout of a register that a file has. Throws a SeedError that names the nearest one. */
export function findLayout(
  name: string,
  register: RegisterSeed,
  format: Layout['format'],
  headerOf: (layout: Layout) => string[],
): NamedLayout {
  const fits = Object.entries(register.layouts)
    .filter(([, layout]) => layout.format === format)
    .map(([id, layout]) => compare({ id, layout }, headerOf(layout)))
    .sort((a, b) => distanceOf(a) - distanceOf(b))
  const [nearest] = fits
  if (!nearest) return refuse(name, `no layout of ${register.id} is in ${format.toUpperCase()}`)
  if (distanceOf(nearest) === 0) return nearest
  return refuse(name, `no layout of ${register.id} has its columns; ${difference(nearest)}`)
}

/** The columns that a layout reads. */
const usedColumns = (layout: Layout): string[] => [...new Set(Object.values(layout.columns).flat())]

function compare(named: NamedLayout, header: string[]): Fit {
  const used = usedColumns(named.layout)
  const known = new Set(['', ...used, ...named.layout.ignored])
  return {
    ...named,
    missing: used.filter(column => !header.includes(column)),
    unknown: header.filter(column => !known.has(column.trim())),
  }
}

const distanceOf = ({ missing, unknown }: Fit) => missing.length + unknown.length

const difference = ({ id, missing, unknown }: Fit): string =>
  [`the nearest is ${id}`, ...listed('missing', missing), ...listed('unknown', unknown)].join('; ')

const MOST_LISTED = 3
const LONGEST_NAME = 40

function listed(what: string, names: string[]): string[] {
  if (names.length === 0) return []
  const shown = names.slice(0, MOST_LISTED).map(name => `'${oneLine(name)}'`)
  const rest = names.length - shown.length
  return [`${what}: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`]
}

const oneLine = (name: string) => name.slice(0, LONGEST_NAME).replaceAll(/\s+/g, ' ')

const delimiters = [',', ';', '\t', '|']

/** Refuses a table with the columns of a layout that are separated otherwise. */
export function checkDelimiter(name: string, register: RegisterSeed, text: string) {
  for (const layout of Object.values(register.layouts))
    for (const delimiter of delimiters.filter(one => one !== layout.delimiter)) {
      const header = readHeader(text, { ...layout, delimiter })
      if (distanceOf(compare({ id: '', layout }, header)) > 0) continue
      refuse(name, `its columns are separated by ${JSON.stringify(delimiter)}`)
    }
}
