import type { ActorSeed } from '../../model/actor.ts'
import type { Claim } from '../../model/claim.ts'
import { isOfficial } from '../../model/document.ts'
import { problemsIn } from '../check/problems.ts'
import type { LintInput } from './input.ts'

const commenting = ['speaker', 'reporter']
const judged = ['case', 'sanction']

const reason =
  'a person is named only with an affiliation, as speaker or reporter, or as a party whose case an official document names'

/** A natural person is named only for an office, a firm, a public word, or a case that an official text names. */
export function lintPersons(input: LintInput): string[] {
  const known = new Set([...commentators(input), ...parties(input)])
  const isPrivate = ({ id, kind, affiliations }: ActorSeed) =>
    kind === 'person' && affiliations.length === 0 && !known.has(id)
  return problemsIn(input.seed.actors, ({ value }) =>
    isPrivate(value) ? [[['kind'], reason]] : [],
  )
}

const commentators = ({ seed }: LintInput): string[] =>
  seed.actions.flatMap(({ value: { actors } }) =>
    actors.flatMap(actor => ('id' in actor && commenting.includes(actor.role) ? actor.id : [])),
  )

/** The actors that an official document names in a case. */
function parties({ derived: { records, claimsOn } }: LintInput): string[] {
  const official = new Set(records.documents.filter(isOfficial).map(({ id }) => id))
  const isNaming = ({ status, document }: Claim) => status === 'accepted' && official.has(document)
  return records.actions
    .filter(({ matters }) => matters.some(({ kind }) => judged.includes(kind)))
    .flatMap(({ id }) => claimsOn(`actions/${id}`).filter(isNaming))
    .flatMap(({ field }) => /^actors\/([^/]+)/.exec(field)?.[1] ?? [])
}
