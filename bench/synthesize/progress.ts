import { SingleBar } from 'cli-progress'

export type Progress = { add: (records: number) => void; end: () => void }

/** A bar on a terminal, else a line for every tenth part. */
export const progressTo = (total: number): Progress =>
  process.stderr.isTTY ? bar(total) : lines(total)

function bar(total: number): Progress {
  const bar = new SingleBar({ format: '{bar} {percentage} %  {duration_formatted}' })
  bar.start(total, 0)
  return {
    add: records => bar.increment(records),
    end: () => bar.stop(),
  }
}

function lines(total: number): Progress {
  const begun = Date.now()
  let done = 0
  const tell = (what: string) =>
    console.error(`${what} after ${Math.round((Date.now() - begun) / 1_000)} s`)
  const tenths = () => Math.floor((done / total) * 10)
  return {
    add(records) {
      const before = tenths()
      done = Math.min(total, done + records)
      if (tenths() > before) tell(`${tenths() * 10} %`)
    },
    end: () => tell('ended'),
  }
}
