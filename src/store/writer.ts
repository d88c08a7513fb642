/** Takes the records of a collection one after the other, in row order, and writes what it makes of them. */
export type Writer = { add: (record: unknown, row: number) => void; end?: () => void }
