import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { nearest } from '../../model/nearest.ts'
import { quoted, UnknownRecord } from '../../queries/refusal.ts'
import { ExportFile } from '../../store/exports/manifest.ts'
import type { Found, ReleasedFiles } from '../../store/exports/released.ts'
import { answer, type Source } from '../answer.ts'
import { headersOf } from '../caching.ts'
import { sendFile } from '../files.ts'
import { formatOnly, noParameters } from '../parameters.ts'
import { fileResponses, responses } from '../responses.ts'
import { Meta } from '../schemas.ts'
import { whole } from './envelope.ts'

const LATEST = 'latest'

const params = z.object({
  release: z
    .string()
    .min(1)
    .meta({
      description: 'Version of a release, or latest for the one that is served',
      examples: ['2026.11.1'],
    }),
  file: z
    .string()
    .min(1)
    .meta({ description: 'Name of a file', examples: ['records.ndjson'] }),
})

const listAnswer = z.object({
  data: z.array(ExportFile),
  meta: Meta.extend({ total: z.int().min(0).max(1_000_000).describe('Files in all') }).meta({
    id: 'ExportsMeta',
    description: 'About these files.',
  }),
})

/** The whole dataset as files that lie ready, of every release that this server has. */
export async function exportRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1/exports'
  const list = {
    operationId: 'export-files',
    tags: ['exports'],
    summary: 'List the files of the releases',
    description:
      'The whole dataset as SQLite, CSV (one file a table), NDJSON (one file a collection), Parquet and a Data Package, and the records of every release, with lengths and hashes, newest release first.',
    querystring: formatOnly,
    response: responses('The files', listAnswer),
  }
  app.get(path, { schema: list }, (request, reply) => {
    const { exports } = source.datasets
    return answer(source, request, reply, dataset => ({
      path: `${path} ${exports.digest}`,
      values: request.query as Record<string, string>,
      make: () =>
        whole(
          dataset,
          exports.files.map(file => JSON.stringify(file)),
        ),
    }))
  })
  const one = {
    operationId: 'export-file',
    tags: ['exports'],
    summary: 'A file of a release',
    description:
      'A file with a whole collection or table. It never has other bytes once it is released; Range goes on where a download stopped, and If-Range with the ETag makes sure that it is still the same file.',
    params,
    querystring: noParameters,
    response: fileResponses,
  }
  app.get(`${path}/:release/:file`, { schema: one, compress: false }, (request, reply) => {
    const { release, file } = request.params as z.output<typeof params>
    const { dataset, exports } = source.datasets
    const version = release === LATEST ? dataset.release.version : release
    const found = find(exports, version, file)
    reply.headers(headersOf({ release: found.release, cited: dataset.cited }))
    return release === LATEST
      ? reply.redirect(`${path}/${version}/${encodeURIComponent(file)}`, 307)
      : sendFile(request, reply, found)
  })
}

/** Throws UnknownRecord naming the nearest releases or files. */
function find(exports: ReleasedFiles, version: string, name: string): Found {
  const found = exports.find(version, name)
  if (found) return found
  const names = exports.names(version)
  if (names.length === 0)
    throw new UnknownRecord(
      `there are no files of a release ${quoted(version)} here`,
      nearest(version, exports.versions),
      'release',
    )
  throw new UnknownRecord(`the release has no file ${quoted(name)}`, nearest(name, names), 'file')
}
