/** The formats of an answer: name → media type. The first is the default. */
export const formats = { json: 'application/json' } as const
export type Format = keyof typeof formats
