import { z } from 'zod'
import { ActionSeed } from '../model/action.ts'
import { ActorSeed } from '../model/actor.ts'
import { DatasetSeed } from '../model/dataset.ts'
import { DocumentSeed } from '../model/document.ts'
import { RegionSeed } from '../model/region.ts'
import { RetiredSeed } from '../model/release.ts'
import { VocabularyFile } from '../model/term.ts'

const shapes: Record<string, z.ZodType> = {
  'action.json': ActionSeed,
  'actor.json': ActorSeed,
  'dataset.json': DatasetSeed,
  'document.json': DocumentSeed,
  'regions.json': z.array(RegionSeed),
  'retired.json': z.array(RetiredSeed),
  'vocabulary.json': VocabularyFile,
}

/** The JSON Schema of each kind of seed file, by the name under which editors find it in `seed/schemas`. */
export const editorSchemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  )
