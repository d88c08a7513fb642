import type { Dataset } from '../../dataset/dataset.ts'
import type { Register } from '../../model/register.ts'

/** The register that lists a licence, by its id, and its readings that do. */
export function readingsOf(
  dataset: Dataset,
  register: string,
  licence: number,
): { register: Register; listed: Register['readings'] } | undefined {
  const found = dataset.meta.page.registers.find(({ id }) => id === register)
  if (!found) return undefined
  const listed = found.readings.filter(({ document }) =>
    dataset.list('licences', 'document', document).includes(licence),
  )
  return { register: found, listed }
}
