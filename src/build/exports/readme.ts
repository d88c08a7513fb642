import type { DatasetPage } from '../../model/dataset.ts'

/** The page that goes with the files: what they are, their licence, and whom to acknowledge. */
export const readmeOf = ({
  title,
  description,
  release,
  licence,
  publisher,
  citation,
  registers,
}: DatasetPage): string =>
  `${[
    `# ${title}, ${release.version}`,
    description,
    `By ${publisher}, under [${licence.name}](${licence.url}). Cite it as: ${citation.text}`,
    '`datapackage.json` describes every file, with its length and hash.',
    ...(registers.length === 0 ? [] : ['## Registers', registersIn(registers)]),
  ].join('\n\n')}\n`

const registersIn = (registers: DatasetPage['registers']): string =>
  [
    'Facts about licences come from these registers; name the authority when you use them.',
    registers
      .map(({ title, url, attribution }) => `* [${title}](${url}): ${attribution}`)
      .join('\n'),
  ].join('\n\n')
