import type { Region } from '../../../model/region.ts'
import { views } from '../../../model/views.ts'
import type { Query } from '../../../queries/list/query.ts'
import { runPage } from '../../../queries/list/run.ts'
import { licensedHere } from '../../../queries/record/licensed-here.ts'
import { ownQuery } from '../../own-query.ts'
import type { Site } from '../../site.ts'

const EXCHANGE = 'exchange-service'
/** The part of the exchange services that most people mean: not the firms that only change money for clients. */
export const PLATFORM = 'trading-platform'

const FIRST_FIRMS = 25

/** The firms that are licensed in a place: those for exchange services, or if there are none all. */
export async function findFirms(site: Site, { code }: Region) {
  const forExchange = await run(site, { licensed_in: code, activity: EXCHANGE })
  const shown = forExchange.total > 0 ? forExchange : await run(site, { licensed_in: code })
  const { total, activity_not_stated = 0 } = forExchange
  const { firmsOfOwn } = licensedHere(site.dataset, forExchange.query, code)
  const platforms = await run(site, { licensed_in: code, activity: PLATFORM }, 0)
  return {
    shown,
    forExchange: total,
    platforms: platforms.total,
    elsewhere: total - firmsOfOwn,
    unstated: activity_not_stated,
  }
}

async function run({ dataset }: Site, asked: Record<string, string>, limit = FIRST_FIRMS) {
  const query: Query = ownQuery(dataset, views.actors, asked, { limit })
  return { query, ...(await runPage(dataset, query)) }
}
