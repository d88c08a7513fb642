/** One thing that is wrong with a request. */
export type Fault = {
  parameter: string
  message: string
  allowed?: string[]
  did_you_mean?: string[]
}

/** A request that is refused because of its parameters. */
export class BadParameters extends Error {
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    super(faults.map(({ parameter, message }) => `${parameter}: ${message}`).join('; '))
    this.name = 'BadParameters'
    this.faults = faults
  }
}

/** A record that is asked for by its id and is not there. */
export class UnknownRecord extends Error {
  readonly nearest: string[]

  constructor(message: string, nearest: string[]) {
    super(message)
    this.name = 'UnknownRecord'
    this.nearest = nearest
  }
}
