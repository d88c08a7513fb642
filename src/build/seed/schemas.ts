import { z } from 'zod'
import { ActionSeed } from '../../model/action.ts'
import { ActorSeed } from '../../model/actor.ts'
import { DatasetSeed } from '../../model/dataset.ts'
import { DocumentSeed } from '../../model/document.ts'
import { LicenceSeed } from '../../model/licence.ts'
import { CaseSeed, RuleSeed } from '../../model/matter.ts'
import { RegionSeed } from '../../model/region.ts'
import { RegisterSeed } from '../../model/register.ts'
import { RetiredSeed } from '../../model/release.ts'
import { VocabularyFile } from '../../model/vocabulary.ts'

/** The schema of each kind of seed file. */
export const schemas = {
  action: ActionSeed,
  actor: ActorSeed,
  dataset: DatasetSeed,
  document: DocumentSeed,
  rule: RuleSeed,
  case: CaseSeed,
  licence: LicenceSeed,
  register: RegisterSeed,
  regions: z.array(RegionSeed),
  retired: z.array(RetiredSeed),
  vocabulary: VocabularyFile,
}
