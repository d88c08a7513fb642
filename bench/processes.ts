import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Adds up a measure of a file of /proc for a process and all its descendants. */
function sum(pid: number, file: string, measure: (text: string) => number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? []
  const own = measure(readFileSync(`/proc/${pid}/${file}`, 'utf8'))
  return children.reduce((all, child) => all + sum(Number(child), file, measure), own)
}

/** User and system time in clock ticks from /proc/<pid>/stat, whose second field may contain spaces and brackets. */
export function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}
const ticksPerMicrosecond = Number(execFileSync('getconf', ['CLK_TCK'])) / 1_000_000

/** Microseconds of processor time that a process and its descendants have used. */
export const cpuOf = (pid: number): number => sum(pid, 'stat', ticksOf) / ticksPerMicrosecond

/** Megabytes of resident memory of a process and its descendants; shared memory counts for each of them. */
export const residentOf = (pid: number): number =>
  sum(pid, 'status', status => Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])) / 1_024
