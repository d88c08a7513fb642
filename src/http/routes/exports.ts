import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ExportFile } from '../../dataset/manifest.ts'
import type { Found, ReleasedFiles } from '../../dataset/released.ts'
import { quoted } from '../../model/issues.ts'
import { nearest } from '../../model/names.ts'
import { shown } from '../../queries/list/options.ts'
import { UnknownRecord } from '../../queries/refusal.ts'
import { releaseHeaders } from '../answers/headers.ts'
import type { Source } from '../answers/respond.ts'
import { fileResponses } from '../openapi/responses.ts'
import { unpagedAnswer } from '../openapi/schemas.ts'
import { type PathParameters, readPath } from '../parameters/path.ts'
import { takes } from '../parameters/request.ts'
import { sendFile } from './files.ts'
import { route } from './route.ts'
import { toJson, unpaged } from './write-body.ts'

const LATEST = 'latest'
const Name = z.string().min(1)

const schema = {
  operationId: 'export-file',
  tags: ['exports'],
  summary: 'A file of a release',
  description:
    'A whole collection or table as a file. A released file never changes. Use Range to continue an interrupted download, and If-Range with the ETag to make sure that the file is still the same.',
  params: z.object({
    release: shown(Name, 'Version of a release, or latest for the one that is served', '2026.11.1'),
    file: shown(Name, 'Name of a file', 'records.ndjson'),
  }),
  response: fileResponses,
}

/** The whole dataset as files, of every release that this server has. */
export async function exportRoutes(app: FastifyInstance, source: Source) {
  const path = '/v1/exports'
  route(app, source, {
    path,
    operationId: 'export-files',
    summary: 'List the files of the releases',
    description:
      'The whole dataset as SQLite, CSV (one file per table), NDJSON (one file per collection), Parquet and a Data Package, and the records of every release, with lengths and hashes, newest release first.',
    answer: ['The files', unpagedAnswer(ExportFile)],
    taken: takes({}, ['json']),
    plan({ dataset }) {
      const { digest, files } = source.datasets.exports
      return { also: [digest], make: () => unpaged(dataset, files.map(toJson)) }
    },
  })
  app.get<PathParameters>(`${path}/:release/:file`, { schema }, (request, reply) => {
    const { release = '', file = '' } = readPath(request)
    const { dataset, exports } = source.datasets
    const version = release === LATEST ? dataset.meta.release.version : release
    const found = find(exports, version, file)
    reply.headers(releaseHeaders(found.release, dataset.meta.page))
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
  if (names.length > 0)
    throw new UnknownRecord(`the release has no file ${quoted(name)}`, nearest(name, names), 'file')
  const message = `there are no files of a release ${quoted(version)} here`
  throw new UnknownRecord(message, nearest(version, exports.versions), 'release')
}
