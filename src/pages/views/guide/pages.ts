import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Source } from '../../../http/answers/respond.ts'
import { nearest } from '../../../model/names.ts'
import { views } from '../../../model/views.ts'
import { choiceOptions } from '../../../queries/list/options.ts'
import { toQuery } from '../../../queries/list/query.ts'
import { UnknownRecord } from '../../../queries/refusal.ts'
import { page } from '../../page.ts'
import { codebookPage } from './codebook.ts'
import { guidePagesInOrder } from './contents.ts'
import { coveragePage, coverageSorts } from './coverage.ts'
import { addressOfGuide, guideContents, guidePage } from './page.ts'

const { kind } = choiceOptions(views.actions) as Record<string, z.ZodType>
const coverageOptions = { kind, sort: z.enum(coverageSorts).default('actions') }

/** The guide: the pages of docs/, the codebook and the coverage. */
export async function guidePages(app: FastifyInstance, source: Source) {
  page(app, source, {
    path: '/guide',
    options: {},
    plan: ({ site }) => ({ make: () => guideContents(site) }),
  })
  for (const one of guidePagesInOrder.filter(({ file }) => file !== undefined))
    page(app, source, {
      path: addressOfGuide(one),
      options: {},
      plan: ({ site }) => ({ make: () => guidePage(site, one) }),
    })
  page(app, source, {
    path: '/guide/codebook',
    options: {},
    plan: ({ site }) => ({ make: () => codebookPage(site) }),
  })
  page(app, source, {
    path: '/guide/coverage',
    options: coverageOptions,
    plan({ site, values, chosen }) {
      const query = toQuery(site.dataset, views.actions, { kind: values.kind }, chosen)
      return { make: () => coveragePage(site, query, values.sort) }
    },
  })
  for (const folder of ['', 'cookbook/'])
    page(app, source, {
      path: `/guide/${folder}:id`,
      options: {},
      plan: ({ id }) => refuse(folder, id),
    })
}

/** Refuses a page that the guide does not have, and names the nearest ones. */
function refuse(folder: string, id: string): never {
  const names = guidePagesInOrder
    .filter(({ name }) => name.startsWith(folder))
    .map(({ name }) => name.slice(folder.length))
  throw new UnknownRecord(`the guide has no page ‘${folder}${id}’`, nearest(id, names))
}
