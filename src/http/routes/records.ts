import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Dataset, StoredRecord } from '../../dataset/dataset.ts'
import type { CollectionName } from '../../model/collections.ts'
import { type ClaimedCollection, claimed } from '../../model/fields.ts'
import { Change } from '../../model/release.ts'
import { type View, views } from '../../model/views.ts'
import { codesOf } from '../../model/vocabulary.ts'
import { list, shapeOptions, shown } from '../../queries/list/options.ts'
import { citationOf, shapeRecord } from '../../queries/list/shape.ts'
import { chainOf } from '../../queries/record/chain.ts'
import { evidenceFor } from '../../queries/record/claims.ts'
import { changesOf, findRecord } from '../../queries/record/find.ts'
import { regionDetail } from '../../queries/record/region-detail.ts'
import { recordFormats } from '../answers/formats.ts'
import type { Source } from '../answers/respond.ts'
import { Chain, evidenceAnswer } from '../openapi/answer-schemas.ts'
import { addedFields, recordAnswer, singleAnswer, unpagedAnswer } from '../openapi/schemas.ts'
import { route } from './route.ts'
import { citationAs, single, toJson, unpaged } from './write-body.ts'

const ids: Record<string, [description: string, example: string]> = {
  actions: ['Action id', 'joint-notice-2021-09'],
  rules: ['Rule id', 'eu-mica'],
  cases: ['Case id', 'us-sec-v-binance'],
  exchanges: ['Actor id of an exchange', 'okex'],
  agencies: ['Actor id of an agency', 'cn-state-council'],
  actors: ['Actor id', 'huobi'],
  regions: ['Region code', 'CN-NM'],
  documents: ['Document id', 'exit-from-china-2021-10'],
  vocabulary: ['Scheme and code', 'action-type/ban'],
  licences: ['Licence id', 'hk-osl-exchange-sfc'],
  claims: ['Claim id', 'actions/joint-notice-2021-09.date.1'],
  releases: ['Version', '2026.11.0'],
  changes: ['Change id', '2026.11.0/actions/joint-notice-2021-09'],
}

/** The route of a record of a view, or one below it. */
function byId({ name }: View, below = '') {
  const [description, example] = ids[name]!
  const id = shown(z.string().min(1), description, example)
  return { path: `/v1/${name}/:id${below}`, params: z.object({ id }) }
}

/** The views with slashes in the ids of their records. */
const viewsWithSlashes = ['vocabulary', 'claims', 'changes']

const retirable = new Set<CollectionName>([...claimed, 'claims', 'terms'])

type OfView<V = View> = Source & { view: V }

/** What a single record of a view has beside its fields. */
const details: Partial<
  Record<CollectionName, (dataset: Dataset, record: StoredRecord) => Promise<object>>
> = { regions: (dataset, { id }) => regionDetail(dataset, dataset.regions.get(id)!) }

/** The single records of a view. */
export async function recordRoutes(app: FastifyInstance, { view, ...source }: OfView) {
  const added = addedFields(view.of)
  route(app, source, {
    ...byId(view),
    hasSlashes: viewsWithSlashes.includes(view.name),
    operationId: `get-${view.name}`,
    summary: `One of the ${view.name}`,
    answer: [`The ${view.of.replace(/s$/, '')}`, recordAnswer(view)],
    failures: retirable.has(view.of) ? [404, 410] : [404],
    taken: [shapeOptions(view, added), recordFormats],
    plan: ({ dataset, id, values, format }) => ({
      isCheap: values.include.length + added.length === 0,
      async make() {
        const record = findRecord(dataset, view, id)
        const { of } = view
        if (format !== 'json') return { body: citationAs[format](citationOf(dataset, of, record)) }
        const { fields } = values
        const isDetailed = fields.length === 0 || fields.some(name => added.includes(name))
        const detail = isDetailed ? await details[of]?.(dataset, record) : undefined
        const shape = { ...values, ...(detail && { detail }) }
        return single(dataset, shapeRecord({ dataset, of, quotes: source.quotes }, record, shape))
      },
    }),
  })
}

/** The evidence for each field of a record. */
export async function evidenceRoutes(
  app: FastifyInstance,
  { view, ...source }: OfView<View<ClaimedCollection>>,
) {
  route(app, source, {
    ...byId(view, '/claims'),
    operationId: `evidence-${view.name}`,
    summary: `Evidence for one of the ${view.name}`,
    description:
      'For each field the value shown, the claims behind it and the claims that disagree, each with its place in a document.',
    answer: ['The evidence, field by field', evidenceAnswer],
    failures: [404, 410],
    taken: [{}, ['json']],
    plan: ({ dataset, id }) => ({
      make: () => unpaged(dataset, evidenceFor(dataset, view, id, source.quotes).map(toJson)),
    }),
  })
}

const bases = codesOf('link-basis')
const chainOptions = {
  basis: shown(
    list(z.enum(bases)).default(bases.filter(basis => basis !== 'inferred').sort()),
    'Links with one of these; links that the coder inferred only if they are asked for',
    ['stated-by-source'],
  ),
  depth: shown(z.int().min(1).max(10).default(3), 'Steps each way', 1),
}

/** The causes and effects of an action, and its changes from release to release. */
export async function actionRoutes(app: FastifyInstance, source: Source) {
  route(app, source, {
    ...byId(views.actions, '/chain'),
    operationId: 'chain-actions',
    summary: 'What an action answers and what answered it',
    description:
      'Actions and the links among them, over links that have a lag: responds-to, implements, enforces, repeals, amends. The lag is a range of days, as vague as the dates. Links that the coder inferred are left out, and counted in left_out, unless basis asks for them.',
    answer: ['The chain', singleAnswer(Chain)],
    failures: [404, 410],
    taken: [chainOptions, ['json']],
    plan: ({ dataset, id, values: { depth, basis } }) => ({
      make: async () => single(dataset, toJson(await chainOf(dataset, id, depth, basis))),
    }),
  })
  route(app, source, {
    ...byId(views.actions, '/history'),
    operationId: 'history-actions',
    summary: 'Changes of an action, release by release',
    description:
      'The changes of the action, of the claims on it, and of the actions merged into it, newest first.',
    answer: ['The changes', unpagedAnswer(Change)],
    failures: [404, 410],
    taken: [{}, ['json']],
    plan: ({ dataset, id }) => ({
      make: () => unpaged(dataset, changesOf(dataset, views.actions, id)),
    }),
  })
}
