import { quoted, type Reason } from '../model/issues.ts'

/** A mistake in a request: the parameter and why it is refused. */
export type Fault = { parameter: string } & Reason

const LONGEST_NAME = 80
/** How many faults a refusal names. */
export const MOST_FAULTS = 20

/** A request that is refused: the code of the problem, and the faults of its parameters. */
export class Refusal extends Error {
  readonly code: 'bad-parameter' | 'unknown-record' | 'withdrawn-record'
  readonly faults: Fault[]

  constructor(code: Refusal['code'], message: string, faults: Fault[]) {
    super(message)
    this.code = code
    this.faults = faults
  }
}

/** A request that is refused because of its parameters. Names the first fault of each, as many as a person would read. */
export class BadParameters extends Refusal {
  constructor(faults: Fault[]) {
    const byName = Map.groupBy(faults, ({ parameter }) => parameter.slice(0, LONGEST_NAME))
    const firsts = byName.entries().map(([parameter, [fault]]) => ({ ...fault!, parameter }))
    const kept = [...firsts.take(MOST_FAULTS)]
    const texts = kept.map(({ parameter, message }) => `${parameter}: ${message}`)
    super('bad-parameter', texts.join('; '), kept)
  }
}

/** Throws BadParameters if a request would give more than `most` of something. */
export function expectAtMost(most: number, count: number, parameter: string, things: string) {
  if (count <= most) return
  throw new BadParameters([{ parameter, message: `asks for more than ${most} ${things}` }])
}

/** An id that no record has; `parameter` is the part of the path that names it. */
export class UnknownRecord extends Refusal {
  constructor(message: string, did_you_mean: string[], parameter = 'id') {
    super('unknown-record', message, [{ parameter, message, did_you_mean }])
  }
}

/** The id of a record that has been withdrawn. */
export class WithdrawnRecord extends Refusal {
  constructor(id: string, description: string) {
    const message = `${quoted(id)} ${description}`
    super('withdrawn-record', message, [{ parameter: 'id', message }])
  }
}

/** An id that a record had before; `id` is the one that it has now. */
export class MovedRecord extends Error {
  readonly id: string

  constructor(id: string) {
    super(`it is ${quoted(id)} now`)
    this.id = id
  }
}
