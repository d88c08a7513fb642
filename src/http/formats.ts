type FormatTraits = {
  type: string
  /** Parameters that it has no use for. */
  without: string[]
  /** Gives all there is, not a page. */
  whole?: true
  /** Has addresses that must be absolute. */
  absolute?: true
}

/** The formats of an answer by their names. The first is the default. */
export const formats = {
  json: { type: 'application/json', without: ['shape'] },
  csv: { type: 'text/csv', without: ['limit', 'cursor', 'include'], whole: true },
  ndjson: {
    type: 'application/x-ndjson',
    without: ['limit', 'cursor', 'include', 'shape'],
    whole: true,
  },
  atom: { type: 'application/atom+xml', without: ['fields', 'include', 'shape'], absolute: true },
  jsonfeed: {
    type: 'application/feed+json',
    without: ['fields', 'include', 'shape'],
    absolute: true,
  },
  html: { type: 'text/html', without: [] },
  jsonld: { type: 'application/ld+json', without: [], absolute: true },
} as const satisfies Record<string, FormatTraits>
export type Format = keyof typeof formats

export const traitsOf = (format: Format): FormatTraits => formats[format]

/** The formats of lists, those of actions, and those of counts. */
export const listFormats = ['json', 'csv', 'ndjson'] as const satisfies Format[]
export const feedFormats = ['atom', 'jsonfeed'] as const satisfies Format[]
export type ListFormat = (typeof listFormats)[number] | (typeof feedFormats)[number]
