import { z } from 'zod'
import { typeIds } from '../queries/reconcile-types.ts'
import { formatAmong } from './format-parameters.ts'
import { formatOnly } from './parameters.ts'
import { LONGEST_TEXT } from './reconcile-reader.ts'

const shown = <S extends z.ZodType>(schema: S, description: string, example: unknown): S =>
  schema.meta({ description, examples: [example] }) as S

const Json = z.string().min(1)

const batches = {
  queries: shown(
    Json.optional(),
    'Reconciliation queries by keys of your own, as JSON',
    '{"q0":{"query":"OKEx","type":"exchange","limit":1}}',
  ),
  extend: shown(
    Json.optional(),
    'Entities and the properties that are wanted of them, as JSON',
    '{"ids":["actors/babel-finance"],"properties":[{"id":"region"}]}',
  ),
}

/** The fields of a form. */
export const formFields = z.strictObject(batches)

export const serviceParameters = z.strictObject({ ...batches, ...formatOnly.shape })

const type = shown(z.enum(typeIds).optional(), 'Only what belongs to this type', 'exchange')

// OpenRefine sends these with each of its own; they ask for what is done anyway.
const fromOpenRefine = {
  spell: shown(z.enum(['always']).optional(), 'Without effect; OpenRefine sends it', 'always'),
  exact: shown(z.enum(['false']).optional(), 'Without effect; OpenRefine sends it', 'false'),
  prefixed: shown(z.enum(['true']).optional(), 'Without effect; OpenRefine sends it', 'true'),
}

const suggesting = {
  prefix: shown(z.string().max(LONGEST_TEXT), 'How a name, a word of it or an id begins', 'hu'),
  cursor: shown(z.int().min(0).max(1_000_000).default(0), 'How many to leave out', 10),
  ...fromOpenRefine,
  ...formatOnly.shape,
}

export const suggestTypeParameters = z.strictObject(suggesting)

export const suggestParameters = z.strictObject({ type, ...suggesting })

export const proposeParameters = z.strictObject({
  type: shown(z.enum(['', ...typeIds]), 'A type of entity; all if it is empty', 'exchange'),
  limit: shown(z.int().min(1).max(100).optional(), 'Most properties', 3),
  ...formatOnly.shape,
})

export const previewParameters = z.strictObject({
  id: shown(z.string().min(1).max(LONGEST_TEXT), 'Id of the entity', 'actors/huobi'),
  format: formatAmong(['html']),
})
