import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const PATH = [process.env.PATH, join(import.meta.dirname, 'node_modules/.bin')].join(delimiter)

/** Runs a tool of this package or of the project in a folder. Returns its output. */
export async function runTool(cwd: string, command: string): Promise<string> {
  const [name = '', ...args] = command.split(' ')
  try {
    const { stdout, stderr } = await promisify(execFile)(name, args, {
      cwd,
      env: { ...process.env, PATH },
    })
    return stdout + stderr
  } catch (error) {
    // The message has only the standard error, and tsc prints its errors to the standard output.
    const { message, stdout } = error as { message: string; stdout: string }
    throw new Error(`${message}\n${stdout}`)
  }
}
