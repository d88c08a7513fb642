import type { Dataset } from '../../dataset/dataset.ts'
import type { Register } from '../../model/register.ts'

/** A register, by its id. */
export const registerOf = ({ meta }: Dataset, id: string): Register =>
  meta.page.registers.find(register => register.id === id)!

/** The register that lists a licence, by its id, and its readings that do. */
export function readingsOf(
  dataset: Dataset,
  id: string,
  licence: number,
): { register: Register; listed: Register['readings'] } {
  const register = registerOf(dataset, id)
  const listed = register.readings.filter(({ document }) =>
    dataset.list('licences', 'document', document).includes(licence),
  )
  return { register, listed }
}
