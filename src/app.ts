import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Registry } from 'prom-client'
import type { Config } from './config.ts'
import type { CurrentDataset } from './dataset/current.ts'
import { perDataset } from './dataset/dataset.ts'
import { AnswerCache } from './http/answers/cache.ts'
import { releaseHeaders } from './http/answers/headers.ts'
import { openapiRoutes, registerOpenapi } from './http/openapi/openapi.ts'
import { answerClientError, registerErrors, sendProblem } from './http/problems/errors.ts'
import { countRoutes } from './http/routes/counts.ts'
import { coverageRoutes } from './http/routes/coverage.ts'
import { datasetRoutes } from './http/routes/dataset.ts'
import { exportRoutes } from './http/routes/exports.ts'
import { listRoutes } from './http/routes/lists.ts'
import { actionRoutes, evidenceRoutes, recordRoutes } from './http/routes/records.ts'
import { searchRoutes } from './http/routes/search.ts'
import { wellKnownRoutes } from './http/routes/well-known.ts'
import { registerBase } from './http/server/base.ts'
import { type Patience, registerConnections } from './http/server/connections.ts'
import {
  type Pressure,
  registerCors,
  registerNoSniff,
  registerPressure,
  registerRateLimit,
} from './http/server/guards.ts'
import { healthRoutes } from './http/server/health.ts'
import type { LogOutput } from './http/server/log-output.ts'
import { LONGEST_ID, registerMethods } from './http/server/methods.ts'
import { registerMetrics, registerRequestLog } from './http/server/observe.ts'
import { registerNoParameters, schemaController } from './http/server/schemas.ts'
import { views } from './model/views.ts'
import { pageRoutes } from './pages/routes.ts'
import { problemPage } from './pages/views/problems.ts'
import type { Quotes } from './queries/record/claims.ts'
import { reconcilePreviewRoutes } from './reconcile/preview.ts'
import { reconcileRoutes } from './reconcile/routes.ts'
import { reconcileSuggestRoutes } from './reconcile/suggest.ts'

export type AppOptions = {
  config: Config
  datasets: CurrentDataset
  quotes: Quotes
  version: string
  now: () => Date
  metrics?: Registry
  /** Where log lines go, if not to the standard output one by one. */
  log?: LogOutput
  /** The event-loop delay at which requests are refused; false if they never are. */
  pressure?: Pressure | false
  patience?: Patience
}

const LARGEST_HEADERS = 32_768

/** The whole app, not yet listening: every plugin and every route, in order. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = await appWithoutRoutes(options)
  registerRoutes(app, options)
  await app.ready()
  return app
}

/** Everything that each request passes, whatever its route. */
export async function appWithoutRoutes({
  config,
  metrics,
  version,
  log,
  pressure = { maxEventLoopDelay: 1_000, sampleInterval: 5_000 },
  patience = {
    // A connection that waits for its answer is not idle.
    idle: 1_000 * Math.max(60, config.REQUEST_TIMEOUT + 1),
    headers: 30_000,
    request: 120_000,
  },
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.LOG_LEVEL, stream: log },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.TRUST_PROXY,
    schemaController,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    connectionTimeout: patience.idle,
    requestTimeout: patience.request,
    http: {
      maxHeaderSize: LARGEST_HEADERS,
      headersTimeout: patience.headers,
      connectionsCheckingInterval: patience.headers / 10,
      // A request without a host is refused like any other: see registerMethods.
      requireHostHeader: false,
    },
    routerOptions: { maxParamLength: LONGEST_ID },
    frameworkErrors: sendProblem,
    clientErrorHandler: answerClientError,
  })

  registerRequestLog(app)
  if (metrics) registerMetrics(app, metrics)
  registerNoSniff(app)
  registerErrors(app, problemPage)
  registerConnections(app, 1_000 * config.SHUTDOWN_GRACE)
  registerRateLimit(app, config.RATE_LIMIT)
  registerMethods(app)
  registerBase(app, config)
  registerCors(app)
  if (pressure) registerPressure(app, pressure)
  registerNoParameters(app)
  registerOpenapi(app, version)
  return app
}

function registerRoutes(
  app: FastifyInstance,
  { config, now, datasets, quotes, version }: AppOptions,
) {
  const answers = new AnswerCache(config.REQUEST_TIMEOUT)
  const headersOf = perDataset(dataset =>
    releaseHeaders(dataset, dataset.meta.release, app.base.path),
  )
  const source = { datasets, quotes, version, answers, headersOf, contact: config.CONTACT }
  const list = (name: keyof typeof views, describe: string) => {
    app.register(listRoutes, { ...source, view: views[name], describe })
    app.register(recordRoutes, { ...source, view: views[name] })
  }

  app.register(pageRoutes, source)
  app.register(openapiRoutes, source)
  app.register(wellKnownRoutes, source)
  app.register(healthRoutes, { datasets, now })

  app.register(datasetRoutes, source)
  list(
    'actions',
    'What somebody did, said or suffered, each with its kind, date, actors, regions, amounts and links.',
  )
  app.register(evidenceRoutes, { ...source, view: views.actions })
  app.register(actionRoutes, source)
  list('rules', 'Laws and other rules, each with its status, its steps and its times of force.')
  app.register(evidenceRoutes, { ...source, view: views.rules })
  list('cases', 'Cases and sanctions listings, each with its parties and its steps.')
  app.register(evidenceRoutes, { ...source, view: views.cases })
  list(
    'licences',
    'Who is licensed where, for which activities, since when and until when, as official registers show it.',
  )
  app.register(evidenceRoutes, { ...source, view: views.licences })
  list('exchanges', 'Platforms on which cryptocurrency is traded.')
  list('agencies', 'Public bodies of any level.')
  list(
    'actors',
    'Everybody who acts or is acted on: agencies, exchanges, companies, associations, institutions and persons.',
  )
  app.register(evidenceRoutes, { ...source, view: views.actors })
  list('regions', 'Places, by their codes in ISO 3166 and UN M49.')
  list(
    'documents',
    'The texts that claims are drawn from. Their words are not part of the dataset.',
  )
  list('claims', 'One value as one document states it, with the place of the words and their hash.')
  app.register(countRoutes, source)
  app.register(coverageRoutes, source)
  app.register(searchRoutes, source)
  app.register(reconcileRoutes, source)
  app.register(reconcileSuggestRoutes, source)
  app.register(reconcilePreviewRoutes, source)
  list('vocabulary', 'The codebook: every code with its definition.')
  list('releases', 'The published states of the dataset. A release never changes.')
  list('changes', 'What each release added, changed, removed and merged, and why.')
  app.register(exportRoutes, source)
}
