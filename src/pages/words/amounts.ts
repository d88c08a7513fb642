import type { Action } from '../../model/action.ts'
import { labelOf } from '../../model/vocabulary.ts'
import { wordOf } from '../site.ts'

type Amount = Action['amounts'][number]

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
const MONEY = /^[A-Z]{3}$/

/** An amount in words: at least 4,316,126,000 US dollars (imposed). */
export function amountInWords(amount: Amount): string {
  const { quantity, unit, modality, per } = amount
  const figure = withUnit(boundsInWords(amount), unit)
  const rate = per ? ` per ${durations[per] ?? per}` : ''
  return `${labelOf('quantity', quantity)}: ${figure}${rate} (${wordOf('modality', modality)})`
}

const durations: Record<string, string> = {
  P1Y: 'year',
  P1M: 'month',
  P1W: 'week',
  P1D: 'day',
}

function boundsInWords(
  amount: Pick<Amount, 'low' | 'best' | 'high' | 'approximate'> & Partial<Amount>,
): string {
  const { low, best, high, approximate, low_exclusive, high_exclusive } = amount
  if (best !== null) return `${approximate ? 'about ' : ''}${number.format(best)}`
  const least = low === null ? '' : number.format(low)
  const most = high === null ? '' : number.format(high)
  if (low !== null && high !== null) return `${least} to ${most}`
  if (low !== null) return `${low_exclusive ? 'more than' : 'at least'} ${least}`
  return high === null ? 'not stated' : `${high_exclusive ? 'less than' : 'at most'} ${most}`
}

function withUnit(figure: string, unit: string): string {
  if (unit === '1') return figure
  if (unit === '%') return `${figure} %`
  return MONEY.test(unit) ? `${figure} ${unit}` : `${figure} ${wordOf('unit', unit)}`
}

/** How many actors an entry stands for: 10, about 20, at least 5. */
export const countInWords = (count: NonNullable<Action['actors'][number]['count']>): string =>
  boundsInWords({ ...count, approximate: false })
