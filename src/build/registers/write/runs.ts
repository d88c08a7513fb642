import type { ClaimSeed } from '../../../model/claim.ts'
import { isUnbroken, type Track } from '../compare/track.ts'
import { isEqual, type Judgement } from '../compare/versions.ts'
import type { Observation } from '../read/observations.ts'

/** The value of a field by one reading, and how it was judged. */
export type Report = {
  observation: Observation
  value: unknown
  status: Status
  asReported?: string
}

type Status = Pick<ClaimSeed, 'status' | 'rule' | 'note'>

export const accepted: Status = { status: 'accepted' }

/** The status of a value other than the one shown. */
export const statusOf: Record<Judgement, Status> = {
  shown: { status: 'consistent' },
  former: { status: 'former' },
  corrected: {
    status: 'rival',
    rule: 'later-account',
    note: "A later reading has another value, and the row's own last update is not newer.",
  },
  'copied-wrongly': {
    status: 'rival',
    rule: 'original-report',
    note: 'Only a copy of the register has this value, not the official file.',
  },
}

/** The numbers that the readings of a register give to their claims. */
export type NumberOf = (observation: Pick<Observation, 'reading'>) => number

/** Claims on a field, one for each unbroken run of readings with a value. */
export class Runs {
  readonly claims: ClaimSeed[] = []
  readonly #field: string
  readonly #numbers = new Map<Observation, number>()

  constructor(track: Track, field: string, reports: Report[], numberOf: NumberOf) {
    this.#field = field
    let before: Report | undefined
    for (const one of reports) {
      const claim = this.claims.at(-1)
      if (claim && before && isOneRun(track, before, one)) {
        claim.last_document = one.observation.reading.id
        this.#numbers.set(one.observation, claim.number!)
      } else this.#begin(one, numberOf(one.observation))
      before = one
    }
  }

  #begin({ observation, value, status, asReported }: Report, number: number) {
    this.#numbers.set(observation, number)
    this.claims.push({
      ...{ field: this.#field, number, document: observation.reading.id, row: observation.row },
      ...(status.status === 'accepted' ? {} : { value }),
      ...(asReported ? { as_reported: asReported } : {}),
      ...status,
      ...{ basis: 'stated', rests_on: [] },
    })
  }

  /** The id of the claim of a reading on a record. */
  idFor(record: string, observation: Observation): string {
    return `${record}.${this.#field}.${this.#numbers.get(observation)}`
  }
}

const isOneRun = (track: Track, a: Report, b: Report): boolean =>
  isEqual([a.value, a.status, a.asReported], [b.value, b.status, b.asReported]) &&
  isUnbroken(track, a.observation, b.observation)
