/** One thing that is wrong with a request. */
export type Fault = {
  parameter: string
  message: string
  allowed?: string[]
  did_you_mean?: string[]
}

const LONGEST_QUOTED = 80
/** How many faults a refusal names. */
export const MOST_FAULTS = 20

/** A value as a message quotes it: in quotation marks, cut where it is long. */
export const quoted = (value: string): string =>
  value.length > LONGEST_QUOTED ? `'${value.slice(0, LONGEST_QUOTED)}…'` : `'${value}'`

/** A request that is refused because of its parameters: the first fault of each, as many as a person would read. */
export class BadParameters extends Error {
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    const cut = faults.map(fault => ({
      ...fault,
      parameter: fault.parameter.slice(0, LONGEST_QUOTED),
    }))
    const first = new Map(cut.toReversed().map(fault => [fault.parameter, fault]))
    const kept = [...first.values()].reverse().slice(0, MOST_FAULTS)
    super(kept.map(({ parameter, message }) => `${parameter}: ${message}`).join('; '))
    this.name = 'BadParameters'
    this.faults = kept
  }
}

/** The refusal of what asks for more than there may be of something. */
export const tooMany = (parameter: string, most: number, what: string) =>
  new BadParameters([{ parameter, message: `asks for more than ${most} ${what}` }])

/** A record that is asked for by its id and is not there; `parameter`: the part of the path that names it. */
export class UnknownRecord extends Error {
  readonly nearest: string[]
  readonly parameter: string

  constructor(message: string, nearest: string[], parameter = 'id') {
    super(message)
    this.name = 'UnknownRecord'
    this.nearest = nearest
    this.parameter = parameter
  }
}

/** A record that is asked for by an id that it had before. */
export class MovedRecord extends Error {
  readonly id: string

  /** `id`: the one that it has now. */
  constructor(id: string) {
    super(`it is ${quoted(id)} now`)
    this.name = 'MovedRecord'
    this.id = id
  }
}

/** A record that is asked for by its id and has been withdrawn. */
export class WithdrawnRecord extends Error {
  constructor(id: string, told: string) {
    super(`${quoted(id)} ${told}`)
    this.name = 'WithdrawnRecord'
  }
}
