import { z } from 'zod'
import { component } from '../model/text.ts'

/** A text with its description. */
const text = (description: string) => z.string().describe(description)

const named = { id: text('Its id'), name: text('Its name') }
const described = { ...named, description: text('Description that tells it from others') }

const NamedType = component('ReconcileTypeName', 'A type of entity, by its name.', named)
export type Named = z.output<typeof NamedType>

const Place = component('ReconcilePlace', 'Where a part of the service is.', {
  service_url: text('Address of the server'),
  service_path: text('Path'),
})

const url = text('Address, with {{id}} in the place of the id')
const Pixels = z.int().min(1).max(2_000)

export const Manifest = component('ReconcileManifest', 'What the reconciliation service offers.', {
  versions: z.array(z.string()).describe('Versions of the protocol'),
  name: text('Name of the service'),
  identifierSpace: text('Prefix that turns an id into an address'),
  schemaSpace: text('Where the types are defined'),
  defaultTypes: z.array(NamedType).describe('Every type'),
  documentation: text('Address of the documentation'),
  serviceVersion: text('Version of this program'),
  view: z.object({ url }).describe('Page of an entity'),
  preview: z
    .object({
      url,
      width: Pixels.describe('Width of the frame in pixels'),
      height: Pixels.describe('Height of the frame in pixels'),
    })
    .describe('Page of an entity, in a frame'),
  suggest: z.object({ entity: Place, property: Place, type: Place }).describe('Autocompletion'),
  extend: z
    .object({
      propose_properties: Place,
      property_settings: z.array(z.object({})).describe('None: no property has settings'),
    })
    .describe('Data extension: properties of entities'),
  batchSize: z.int().min(1).max(1_000).describe('Most queries of a batch'),
})

const FeatureValue = z.union([z.number(), z.boolean()]).describe('How it came out')
const Feature = z.object({ id: text('What was compared'), value: FeatureValue })

const Candidate = component('ReconcileCandidate', 'An entity that may be meant.', {
  ...named,
  description: text('What it is and where, and the name that matched'),
  type: z.array(NamedType).describe('Its types'),
  score: z.number().min(0).max(100).describe('How well it fits; 100 is best'),
  features: z.array(Feature).describe('Parts of the score'),
  match: z.boolean().describe('True if it is the only one with exactly this name'),
})
export type Candidate = z.output<typeof Candidate>

export const Results = z
  .record(z.string(), z.object({ result: z.array(Candidate).describe('Best first') }))
  .meta({ id: 'ReconcileResults', description: 'The candidates of each query, by its key.' })

const PropertyValue = z
  .union([z.object({ str: text('A text') }), z.object(named).describe('Another entity')])
  .meta({ id: 'ReconcileValue', description: 'A value of a property.' })
export type PropertyValue = z.output<typeof PropertyValue>

export const Extended = component('ReconcileExtended', 'Properties of entities.', {
  meta: z
    .array(z.object({ ...named, type: NamedType.optional().describe('The type of its values') }))
    .describe('The properties, as asked for'),
  rows: z
    .record(z.string(), z.record(z.string(), z.array(PropertyValue)))
    .describe('The values of each property, by entity and property'),
})

export const SuggestedEntity = component('SuggestedEntity', 'An entity that may be meant.', {
  ...described,
  notable: z.array(NamedType).describe('Its types'),
})

export const Property = component('ReconcileProperty', 'What can be asked of an entity.', described)

export const EntityType = component('ReconcileType', 'A type of entity.', {
  ...described,
  broader: z.array(NamedType).optional().describe('Broader types'),
})
export type EntityType = z.output<typeof EntityType>

export const ProposedProperties = z.object({
  properties: z.array(Property).describe('What entities of the type have'),
  type: text('The type that was asked for'),
  limit: z.int().min(1).max(100).optional().describe('The limit that was asked for'),
})
