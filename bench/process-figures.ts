import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** User and system time in clock ticks from a line of /proc/<pid>/stat, whose second field may hold spaces and brackets. */
export function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // Fields are numbered from 1, and the first behind the name is the third.
  return Number(fields[14 - 3]) + Number(fields[15 - 3])
}

const microsecondsATick =
  1_000_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Processor time that a process and its children have used, in microseconds. */
export function cpuOf(pid: number): number {
  const ticks = family(pid).map(id => ticksOf(readFileSync(`/proc/${id}/stat`, 'utf8')))
  return ticks.reduce((sum, part) => sum + part, 0) * microsecondsATick
}

/** Resident memory of a process in megabytes. */
export const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

/** A process and those that it has started. */
export function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return [pid, ...children.split(' ').filter(Boolean).map(Number)]
}
