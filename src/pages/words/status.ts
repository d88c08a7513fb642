import type { EventDate } from '../../model/dates.ts'
import type { Matter, MatterName } from '../../model/matter.ts'
import { wordOf } from '../site.ts'
import { sinceWords } from './days.ts'
import { whenInWords } from './when.ts'

type Phrase = [words: string, when: (date: EventDate) => string]

/** The standing of a rule in words, by the stage of its latest step. */
const ofRules: Record<string, Phrase> = {
  consulted: ['Put out for consultation', whenInWords],
  proposed: ['Proposed, not adopted; the last step was', whenInWords],
  passed: ['Passed', whenInWords],
  signed: ['Signed', whenInWords],
  published: ['Published', whenInWords],
  'in-force': ['In force', sinceWords],
  applies: ['In force, applied', sinceWords],
  amended: ['Amended', whenInWords],
  postponed: ['Postponed', whenInWords],
  suspended: ['Suspended', sinceWords],
  repealed: ['Repealed', whenInWords],
  expired: ['Expired', whenInWords],
  withdrawn: ['Withdrawn', whenInWords],
  rejected: ['Rejected', whenInWords],
}

/** The same for a case, by the type of its latest step. */
const ofCases: Record<string, Phrase> = {
  dismissal: ['Dismissed', whenInWords],
  settlement: ['Settled', whenInWords],
  ruling: ['Ruled on by a court', whenInWords],
  penalty: ['Penalty imposed', whenInWords],
  sanction: ['Under sanctions', sinceWords],
  'sanction-removal': ['Sanctions lifted', whenInWords],
  sentence: ['Sentence passed', whenInWords],
  charge: ['Charges brought', whenInWords],
  lawsuit: ['Suit filed', whenInWords],
  plea: ['Plea entered', whenInWords],
  conviction: ['Convicted', whenInWords],
  acquittal: ['Acquitted', whenInWords],
  pardon: ['Pardoned', whenInWords],
  appeal: ['Appealed', whenInWords],
  stay: ['Paused by a court', whenInWords],
  remand: ['Sent back to a lower court', whenInWords],
  investigation: ['Under investigation', sinceWords],
}

const phrases: Record<MatterName, Record<string, Phrase>> = { rules: ofRules, cases: ofCases }

/** The status of a rule or a case in words: In force since 30 December 2024; Dismissed on 29 May 2025. */
export function statusInWords(of: MatterName, status: Matter['status']): string {
  if (!status) return 'No step of it is known to have been taken'
  const { stage, since } = status
  const phrase = phrases[of][stage]
  if (phrase) return `${phrase[0]} ${phrase[1](since)}`
  return `Latest step: ${wordOf('action-type', stage)} ${whenInWords(since)}`
}
