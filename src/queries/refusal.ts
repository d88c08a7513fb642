import { quoted, type Reason } from '../model/issues.ts'

/** A mistake in a request: the parameter and why it is refused. */
export type Fault = { parameter: string } & Reason

const LONGEST_NAME = 80
/** How many faults a refusal names. */
export const MOST_FAULTS = 20

/** A request that is refused because of its parameters. Names the first fault of each, as many as a person would read. */
export class BadParameters extends Error {
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    const byName = Map.groupBy(faults, ({ parameter }) => parameter.slice(0, LONGEST_NAME))
    const firsts = byName.entries().map(([parameter, [fault]]) => ({ ...fault!, parameter }))
    const kept = [...firsts.take(MOST_FAULTS)]
    super(kept.map(({ parameter, message }) => `${parameter}: ${message}`).join('; '))
    this.faults = kept
  }
}

/** Throws BadParameters if a request would give more than `most` of something. */
export function expectAtMost(most: number, count: number, parameter: string, things: string) {
  if (count <= most) return
  throw new BadParameters([{ parameter, message: `asks for more than ${most} ${things}` }])
}

/** An id that no record has; `parameter` is the part of the path that names it. */
export class UnknownRecord extends Error {
  readonly faults: Fault[]

  constructor(message: string, nearest: string[], parameter = 'id') {
    super(message)
    this.faults = [{ parameter, message, did_you_mean: nearest }]
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

/** The id of a record that has been withdrawn. */
export class WithdrawnRecord extends Error {
  constructor(id: string, description: string) {
    super(`${quoted(id)} ${description}`)
  }
}
