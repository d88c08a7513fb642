import { entityTypes, namedType } from '../queries/reconcile-types.ts'
import { BATCH_SIZE } from './reconcile-reader.ts'

/** The path of the service; all else of it lies below. */
export const SERVICE = '/v1/reconcile'

export const FRAME = { width: 420, height: 280 }

const placeAt = (origin: string, path: string) => ({
  service_url: origin,
  service_path: `${SERVICE}/${path}`,
})

/** What a client needs to know of the service, in the version 0.2 of the protocol. */
export const manifestAt = (origin: string, version: string) => ({
  versions: ['0.2'],
  name: 'Crypto Regulation Events: actors and regions',
  identifierSpace: `${origin}/v1/`,
  schemaSpace: `${origin}/v1/vocabulary/`,
  defaultTypes: entityTypes.map(({ id }) => namedType(id)),
  documentation: `${origin}/docs`,
  serviceVersion: version,
  view: { url: `${origin}${SERVICE}/preview?id={{id}}` },
  preview: { url: `${origin}${SERVICE}/preview?id={{id}}`, ...FRAME },
  suggest: {
    entity: placeAt(origin, 'suggest/entity'),
    property: placeAt(origin, 'suggest/property'),
    type: placeAt(origin, 'suggest/type'),
  },
  extend: { propose_properties: placeAt(origin, 'properties'), property_settings: [] },
  batchSize: BATCH_SIZE,
})
