import type { z } from 'zod'
import { Problem } from './problems.ts'

const failures: Record<number, string> = {
  400: 'A parameter is not valid',
  404: 'There is no such record',
  406: 'No acceptable format',
  414: 'The URL is too long',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Too busy; try again',
}

const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** The responses of a route: its answer, and every way in which it may fail. */
export function responses(description: string, schema: z.ZodType, { byId = false } = {}) {
  const statuses = Object.keys(failures)
    .map(Number)
    .filter(status => byId || status !== 404)
  return {
    200: { description, content: { 'application/json': { schema } } },
    ...Object.fromEntries(statuses.map(status => [status, failure(failures[status] as string)])),
  }
}
