import type { CollectionName } from '../model/collections.ts'

/** The times of force of a collection, which are stored as rows of their own, in the order of its records. */
export type TimesName = `${CollectionName} times`

export const timesOf = (name: CollectionName): TimesName => `${name} times`

/** The span with the row of the record that a time of force belongs to. */
export const RECORD = 'record'
