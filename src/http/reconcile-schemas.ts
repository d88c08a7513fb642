import { z } from 'zod'

const Named = { id: z.string().describe('Its id'), name: z.string().describe('Its name') }

const NamedType = z
  .object(Named)
  .meta({ id: 'ReconcileTypeName', description: 'A type of entity, by its name.' })

const Place = z
  .object({
    service_url: z.string().describe('Scheme and host'),
    service_path: z.string().describe('Path'),
  })
  .meta({ id: 'ReconcilePlace', description: 'Where a part of the service is.' })

const Template = z.string().describe('Address, with {{id}} in the place of the id')

export const Manifest = z
  .object({
    versions: z.array(z.string()).describe('Versions of the protocol'),
    name: z.string().describe('Name of the service'),
    identifierSpace: z.string().describe('What an id is to be put behind to give an address'),
    schemaSpace: z.string().describe('Where the types are defined'),
    defaultTypes: z.array(NamedType).describe('Every type'),
    documentation: z.string().describe('Address of the documentation'),
    serviceVersion: z.string().describe('Version of this program'),
    view: z.object({ url: Template }).describe('Page of an entity'),
    preview: z
      .object({
        url: Template,
        width: z.int().min(1).max(2_000).describe('Width of the frame in pixels'),
        height: z.int().min(1).max(2_000).describe('Height of the frame in pixels'),
      })
      .describe('Page of an entity, in a frame'),
    suggest: z
      .object({ entity: Place, property: Place, type: Place })
      .describe('What completes what somebody types'),
    extend: z
      .object({
        propose_properties: Place,
        property_settings: z.array(z.object({})).describe('None: no property has settings'),
      })
      .describe('What gives properties of entities'),
    batchSize: z.int().min(1).max(1_000).describe('Most queries of a batch'),
  })
  .meta({ id: 'ReconcileManifest', description: 'What the reconciliation service offers.' })

const Candidate = z
  .object({
    ...Named,
    description: z.string().describe('What it is and where, and the name that matched'),
    type: z.array(NamedType).describe('Its types'),
    score: z.number().min(0).max(100).describe('How well it fits; 100 is best'),
    features: z
      .array(
        z.object({
          id: z.string().describe('What was compared'),
          value: z.union([z.number(), z.boolean()]).describe('How it came out'),
        }),
      )
      .describe('What the score comes from'),
    match: z.boolean().describe('True if it is the only one with exactly this name'),
  })
  .meta({ id: 'ReconcileCandidate', description: 'An entity that may be meant.' })

export const Results = z
  .record(z.string(), z.object({ result: z.array(Candidate).describe('Best first') }))
  .meta({ id: 'ReconcileResults', description: 'The candidates of each query, by its key.' })

const PropertyValue = z
  .union([
    z.object({ str: z.string().describe('A text') }),
    z.object(Named).describe('Another entity'),
  ])
  .meta({ id: 'ReconcileValue', description: 'A value of a property.' })

export const Extended = z
  .object({
    meta: z
      .array(z.object({ ...Named, type: NamedType.optional().describe('The type of its values') }))
      .describe('The properties, as asked for'),
    rows: z
      .record(z.string(), z.record(z.string(), z.array(PropertyValue)))
      .describe('The values of each property, by entity and property'),
  })
  .meta({ id: 'ReconcileExtended', description: 'Properties of entities.' })

const Described = { ...Named, description: z.string().describe('What tells it from others') }

const suggested = (item: z.ZodObject) =>
  z.object({ result: z.array(item).describe('What begins so, at most ten') })

export const suggestedEntities = suggested(
  z
    .object({ ...Described, notable: z.array(NamedType).describe('Its types') })
    .meta({ id: 'SuggestedEntity', description: 'An entity that may be meant.' }),
)

const Property = z
  .object(Described)
  .meta({ id: 'ReconcileProperty', description: 'What can be asked of an entity.' })

export const suggestedProperties = suggested(Property)

export const suggestedTypes = suggested(
  z
    .object({ ...Described, broader: z.array(NamedType).optional().describe('What it is one of') })
    .meta({ id: 'ReconcileType', description: 'A type of entity.' }),
)

export const proposedProperties = z.object({
  properties: z.array(Property).describe('What entities of the type have'),
  type: z.string().describe('The type that was asked for'),
  limit: z.int().min(1).max(100).optional().describe('The limit that was asked for'),
})
