import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** The folder with the files that the dataset is built from. */
export const seedFolder = fileURLToPath(new URL('../../seed', import.meta.url))
