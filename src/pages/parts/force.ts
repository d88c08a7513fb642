import { pointInWords } from '../../model/date-words.ts'
import type { runPage } from '../../queries/list/run.ts'
import { html, type Part } from '../html.ts'
import { texts } from '../texts.ts'

const words = texts.licences

type Counts = Pick<Awaited<ReturnType<typeof runPage>>, 'in_force' | 'activity_not_stated'>

/** How sure the force on a day is, and how many more there would be if their activities were stated. */
export function countsText({ in_force, activity_not_stated }: Counts): Part {
  return [
    in_force && html`<p>${forceText(in_force)}</p>`,
    activity_not_stated ? html`<p>${words.unstated(activity_not_stated)}</p>` : undefined,
  ]
}

function forceText({ on, certain, presumed, possible }: NonNullable<Counts['in_force']>): string {
  const parts = [
    [certain, words.sure.certain],
    [presumed - certain, words.sure.presumed],
    [possible - presumed, words.sure.possible],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return `${words.onDay(pointInWords(on))} ${said.join('; ') || words.sure.none}.`
}
