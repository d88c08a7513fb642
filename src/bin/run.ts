/** Errors that only a mistake in the program makes. */
const faults = [TypeError, RangeError, ReferenceError, SyntaxError]

/** Runs a command and sets the exit code to its result. A failure is reported in one line, a fault of the program with its stack. */
export async function run(command: () => number | Promise<number>) {
  try {
    process.exitCode = await command()
  } catch (error) {
    const { name, message, stack } = error as Error
    const isFault = faults.some(type => error instanceof type)
    console.error(isFault ? stack : `${name}: ${message}`)
    process.exitCode = 1
  }
}
