/** Mistakes in a seed, each as `file:line:column: reason`. */
export class SeedError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.name = 'SeedError'
    this.problems = problems
  }
}

/** Throws a SeedError if there are problems. */
export function throwIfAny(problems: string[]) {
  if (problems.length > 0) throw new SeedError(problems)
}

/** Runs a step that may throw a SeedError; its problems are added to the list and the result is undefined. */
export function attempt<T>(problems: string[], step: () => T): T | undefined {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    problems.push(...error.problems)
  }
}
