import { EventEmitter } from 'node:events'
import type { Writable } from 'node:stream'
import t from 'tap'
import { LogOutput } from '../../src/http/server/log-output.ts'

/** A standard output: after an error it goes on, as that of Node does. */
class Output extends EventEmitter {
  readonly written: string[] = []
  isFull = false
  writableLength = 0

  write(text: string, done: (error?: Error) => void) {
    if (!this.isFull) return done(void this.written.push(text))
    const error = new Error('no space left on device')
    this.emit('error', error)
    done(error)
  }
}

/** A log on an output, and a function that does what the timer of the log does. */
function logOn(t: { intercept: typeof import('tap').default.intercept }) {
  const output = new Output()
  let tick = () => {}
  const setInterval = (flush: () => void) => {
    tick = flush
    return { unref() {} }
  }
  const { restore } = t.intercept(globalThis, 'setInterval', { value: setInterval })
  const log = new LogOutput(output as unknown as Writable)
  restore()
  return { output, log, tick }
}

t.test(
  'lines are written many at once, after a second at most, and the last at the end',
  async t => {
    const { output, log, tick } = logOn(t)
    const line = `${'x'.repeat(999)}\n`
    for (let lines = 0; lines < 17; lines++) log.write(line)
    t.strictSame(output.written, [line.repeat(16)])
    tick()
    tick()
    log.write('last\n')
    log.end()
    log.end()
    t.strictSame(output.written, [line.repeat(16), line, 'last\n'])
  },
)

t.test(
  'an output that fails or takes nothing loses lines, and the next ones say how many',
  async t => {
    const { output, log, tick } = logOn(t)
    const say = (...lines: string[]) => {
      for (const line of lines) log.write(`${line}\n`)
      tick()
    }
    output.isFull = true
    say('a', 'b')
    say('c')
    output.isFull = false
    output.writableLength = 2_000_000
    say('d')
    output.writableLength = 0
    say('e')
    say('f')
    const [first = '', ...others] = output.written.join('').split('\n')
    t.match(JSON.parse(first), { level: 40, time: Number, lines: 4, msg: 'log lines were lost' })
    t.strictSame(others, ['e', 'f', ''])
  },
)

t.test('several logs on one output listen for its errors once', async t => {
  const { output } = logOn(t)
  new LogOutput(output as unknown as Writable).end()
  t.equal(output.listenerCount('error'), 1)
})
