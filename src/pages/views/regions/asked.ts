import type { Region } from '../../../model/region.ts'
import type { RegionDetail } from '../../../model/region-detail.ts'
import type { Upcoming } from '../../../queries/record/upcoming.ts'
import type { findFirms } from './firms.ts'

/** The data from which the sections of a page about a place are made. */
export type Asked = {
  region: Region
  detail: Omit<RegionDetail, keyof Region>
  coming: Upcoming[]
  firms: Awaited<ReturnType<typeof findFirms>>
  /** The day of the dataset in words. */
  day: string
}
