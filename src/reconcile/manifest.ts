import { BATCH_SIZE } from './read.ts'
import { SERVICE } from './route.ts'
import { namedType, typeIds } from './types.ts'

/** The size of a preview in pixels. */
const FRAME = { width: 420, height: 280 }

const placeAt = (origin: string, path: string) => ({
  service_url: origin,
  service_path: `${SERVICE}/${path}`,
})

/** The description of the service for clients, by version 0.2 of the protocol. */
export const manifestAt = (origin: string, version: string) => ({
  versions: ['0.2'],
  name: 'Crypto Regulation Events: actors and regions',
  identifierSpace: `${origin}/v1/`,
  schemaSpace: `${origin}/v1/vocabulary/`,
  defaultTypes: typeIds.map(namedType),
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
