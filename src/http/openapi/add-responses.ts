import type { Operation, Response } from './spec.ts'

const textHeader = (description: string) => ({ description, schema: { type: 'string' } })

const headers = {
  ETag: textHeader('Strong tag of this answer, for If-None-Match'),
  'Last-Modified': textHeader('Time of the release'),
  'X-Dataset-Release': textHeader('Version of the release'),
  Link: textHeader('next, describedby, service-desc, license and cite-as'),
}

/** Shared by all operations, whose answers need not repeat the headers. */
const notModified: Response = {
  description: 'The client has this answer already. Other answers have the same headers',
  headers,
}

const located = (description: string): Response => ({
  description,
  headers: { Location: textHeader('The address to use') },
})

const part: Response = {
  description: 'The part of the file that Range asks for',
  headers: { 'Content-Range': textHeader('Which part it is, and the length of the file') },
}

/** Adds the responses of caching, of redirects and of parts of files. */
export function addResponses(path: string, method: string, responses: Operation['responses']) {
  if (path.startsWith('/v1') && method === 'get') responses['304'] = notModified
  if ('410' in responses) responses['308'] = located('The record has another id now')
  if (!('416' in responses)) return
  responses['206'] = part
  responses['307'] = located('With latest: the release that is served now')
}
