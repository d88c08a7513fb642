import { stringify } from 'yaml'
import { type DatasetPage, keywords } from '../model/dataset.ts'

type Cited = Pick<DatasetPage, 'title' | 'description' | 'publisher' | 'licence' | 'release'>

/** The text of CITATION.cff, by which code hosts and reference managers cite a release, in the Citation File Format 1.2.0. */
export const citationFile = ({ title, description, publisher, licence, release }: Cited): string =>
  stringify({
    'cff-version': '1.2.0',
    message: 'If you use this dataset, please cite it with the release that you used.',
    type: 'dataset',
    title,
    abstract: description,
    authors: [{ name: publisher }],
    version: release.version,
    'date-released': release.date,
    license: licence.id,
    keywords,
    identifiers: [
      {
        type: 'other',
        value: `sha256:${release.hash}`,
        description: 'Hash of all records of the release',
      },
    ],
  })
