import { setPriority } from 'node:os'

// Eight clients that ask a server for the paths of a message in turn until the process is ended.
const [url] = process.argv.slice(2)
let at = 0

async function client(paths: string[]) {
  for (;;) {
    const { body } = await fetch(`${url}${paths[at++ % paths.length]}`)
    await body?.pipeTo(new WritableStream())
  }
}

// The benchmark runs on the same core and must not wait for them.
setPriority(10)
process.once('message', (paths: string[]) => Promise.all([...Array(8)].map(() => client(paths))))
