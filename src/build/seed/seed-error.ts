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

/** Runs a step that reads a file. Why it fails is added to the problems, and the result is undefined. */
export function attempt<T>(problems: string[], file: string, step: () => T): T | undefined {
  try {
    return step()
  } catch (error) {
    // A fault of the program.
    if (error instanceof TypeError) throw error
    const found = error instanceof SeedError ? error.problems : [`${file}:1:1: ${reasonOf(error)}`]
    // A call with a hundred thousand arguments would overflow the stack.
    for (const problem of found) problems.push(problem)
  }
}

const reasonOf = (error: unknown) =>
  error instanceof RangeError
    ? 'has too many mistakes, or is nested too deeply'
    : (error as Error).message
