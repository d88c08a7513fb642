import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { projectRoot } from '../../dataset/project.ts'
import type { Source } from '../answers/respond.ts'
import { tidy } from './tidy.ts'

/** The address in the committed description; the server replaces it with its own. */
export const COMMITTED_ADDRESS = 'http://127.0.0.1:3000'

const info = {
  title: 'Crypto Regulation Events',
  summary: 'Government action on cryptocurrency, and how the industry responded.',
  description: `Every value can be traced to the words that state it: see the \`/claims\` of a record. Rival accounts are kept side by side, vague dates stay vague, and each reaction is linked to the action that it answers.

Lists take the same parameters everywhere. Several values of one parameter, separated by commas or repeated, mean any of them, and \`name[]=a\` means the same as \`name=a\`; different parameters must all hold; \`not_x\` means none of them. Unknown or malformed input is refused with the allowed values and the nearest ones; nothing is guessed or cut.`,
  license: {
    name: 'Code MIT, data CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
}

const tags = [
  { name: 'dataset', description: 'The dataset as a whole' },
  { name: 'actions', description: 'The events: what somebody did, said or suffered' },
  { name: 'rules', description: 'Laws and other rules' },
  { name: 'cases', description: 'Cases and sanctions listings' },
  { name: 'licences', description: 'Who is licensed where, for what, since when' },
  { name: 'exchanges', description: 'Actors that are exchanges' },
  { name: 'agencies', description: 'Actors that are public bodies' },
  { name: 'actors', description: 'Everybody who acts or is acted on' },
  { name: 'regions', description: 'Places' },
  { name: 'documents', description: 'The texts that claims are drawn from' },
  { name: 'claims', description: 'Each value as each document states it' },
  { name: 'counts', description: 'Numbers of actions by group' },
  { name: 'search', description: 'Text search over all records' },
  {
    name: 'reconcile',
    description: 'Matching names of actors, rules, cases and regions, for OpenRefine',
  },
  { name: 'vocabulary', description: 'The codebook' },
  { name: 'releases', description: 'The published states of the dataset' },
  { name: 'changes', description: 'The differences from release to release' },
  { name: 'exports', description: 'The whole dataset as files' },
  { name: 'operations', description: 'For monitoring the server' },
]

/** Describes the routes that are registered after it. */
export function registerOpenapi(app: FastifyInstance, version: string) {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { ...info, version },
      servers: [{ url: COMMITTED_ADDRESS }],
      security: [],
      tags,
    },
    transform: jsonSchemaTransform,
    transformObject: document => tidy(jsonSchemaTransformObject(document)),
  })
}

type Contact = Source['contact']

/** Puts a contact before the licence of the API; JSON is YAML as well. */
const withContact = {
  json: (text: string, contact: string) =>
    text.replace('"license":', found => `"contact":${contact},${found}`),
  yaml: (text: string, contact: string) =>
    text.replace('\n  license:', found => `\n  contact: ${contact}${found}`),
}

/** The committed description in a notation, with the contact of the operator if there is one. */
export function readOpenapi(notation: 'json' | 'yaml', contact?: Contact): string {
  const text = readFileSync(join(projectRoot, `openapi.${notation}`), 'utf8')
  return contact ? withContact[notation](text, JSON.stringify(contact)) : text
}

/** Serves the committed description in both notations, with the address of this server and the contact of its operator. */
export async function openapiRoutes(app: FastifyInstance, { contact }: Pick<Source, 'contact'>) {
  await app.register(compress, { encodings: ['br', 'gzip'] })
  for (const notation of ['json', 'yaml'] as const) {
    const text = readOpenapi(notation, contact)
    app.get(`/openapi.${notation}`, { schema: { hide: true } }, (_, reply) =>
      reply
        .type(`application/${notation}; charset=utf-8`)
        .send(text.replaceAll(COMMITTED_ADDRESS, () => app.base.url)),
    )
  }
}
