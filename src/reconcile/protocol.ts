import { z } from 'zod'
import type { Plan } from '../http/answers/respond.ts'
import { shown } from '../queries/list/options.ts'
import { LONGEST_TEXT } from './read.ts'

/** The parameters that clients of this protocol send, and that change nothing here. */
const ignored = {
  exact: 'false',
  filter: 'all',
  key: 'x',
  lang: 'en',
  prefixed: 'true',
  scoring: 'schema',
  spell: 'always',
  stemmed: 'true',
  type_strict: 'any',
}

export const IGNORED = 'No effect; accepted because clients of the protocol send it'

const Ignored = z.string().max(LONGEST_TEXT).optional()
const FunctionName = z
  .string()
  .max(200)
  .regex(/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/, 'is not the name of a function')
  .optional()

/** For clients that load an answer as a script: the function to call with it. */
export const scripted = {
  callback: shown(FunctionName, 'Function that the answer calls, as a script (JSONP)', 'show'),
}

export const fromClients = {
  ...scripted,
  ...Object.fromEntries(
    Object.entries(ignored).map(([name, example]) => [name, shown(Ignored, IGNORED, example)]),
  ),
}

/** An answer as JSON, or as a script that calls a function with it. */
export function answerWith(
  callback: string | undefined,
  find: () => object | Promise<object>,
): Pick<Plan, 'make'> & Partial<Plan> {
  if (callback === undefined) return { make: async () => ({ body: JSON.stringify(await find()) }) }
  return {
    format: 'jsonp',
    // The comment keeps the name from being the first bytes: no browser plugin may run the answer as a file of another type.
    make: async () => ({ body: `/**/${callback}(${JSON.stringify(await find())})` }),
  }
}
