// @ts-check
import { fileURLToPath } from 'node:url'

const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url))

/** Variables and options of Node that save a program time and memory, by its file. A variable that is already set stays. */
export const nodeSettings = {
  'src/bin/serve.ts': {
    variables: { NODE_COMPILE_CACHE: compiled, MALLOC_ARENA_MAX: '1' },
    options: ['--max-semi-space-size=8'],
  },
}
