import type { FastifySchema } from 'fastify'
import { z } from 'zod'
import { type ViewName, view } from '../model/collections.ts'
import { type Format, feedFormats, listFormats } from './formats.ts'

/** A parameter with what the description shows of it. */
export const shown = <S extends z.ZodType>(schema: S, description: string, example: unknown): S =>
  schema.meta({ description, examples: [example] }) as S

/** The parameter of a route that has some of the formats. */
export const formatAmong = (names: readonly Format[]) =>
  shown(
    z.enum(names).optional(),
    'Format of the answer; stands before the Accept header',
    names.at(-1),
  )

/** The formats that a route declares by its parameter. */
export const formatsOf = ({ querystring }: FastifySchema): Format[] =>
  ((querystring as z.ZodObject).shape.format as z.ZodOptional<z.ZodEnum>).unwrap()
    .options as Format[]

/** The formats of the list of a view. */
export const formatsOfList = (name: ViewName): Format[] =>
  view(name).of === 'actions' ? [...listFormats, ...feedFormats] : [...listFormats]

/** Whether a table has a row for each record or for each claim. */
export const shape = shown(
  z.enum(['wide', 'long']).optional(),
  'With format=csv: a row for each record (wide, the default), or for each claim on them (long)',
  'long',
)
