import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { DestinationStream } from 'pino'
import type { Registry } from 'prom-client'
import type { Config } from './config.ts'
import { registerAnswers, type Source } from './http/answer.ts'
import { registerClosing } from './http/closing.ts'
import { answerClientError, registerErrors, sendProblem } from './http/errors.ts'
import { type Pressure, registerCors, registerPressure, registerRateLimit } from './http/guards.ts'
import { registerRequestTimeout } from './http/in-time.ts'
import { registerRequestLog } from './http/log.ts'
import { registerMethods } from './http/methods.ts'
import { registerMetrics } from './http/metrics.ts'
import { openapiRoutes, registerOpenapi } from './http/openapi.ts'
import { healthRoutes } from './http/operations.ts'
import { registerOrigin } from './http/origin.ts'
import { pageRoutes } from './http/pages.ts'
import { chainRoutes } from './http/routes/chain.ts'
import { countRoutes } from './http/routes/counts.ts'
import { datasetRoutes } from './http/routes/dataset.ts'
import { evidenceRoutes } from './http/routes/evidence.ts'
import { exportRoutes } from './http/routes/exports.ts'
import { historyRoutes } from './http/routes/history.ts'
import { reconcileRoutes } from './http/routes/reconcile.ts'
import { reconcilePreviewRoutes } from './http/routes/reconcile-preview.ts'
import { reconcileSuggestRoutes } from './http/routes/reconcile-suggest.ts'
import { recordRoutes } from './http/routes/records.ts'
import { searchRoutes } from './http/routes/search.ts'
import { registerValidation, schemaController } from './http/validation.ts'
import { wellKnownRoutes } from './http/well-known.ts'

export type AppOptions = Source & {
  config: Config
  now: () => Date
  metrics?: Registry
  /** Where log lines go, if not to the standard output one by one. */
  log?: DestinationStream
  /** When the event loop is so slow that work is refused. */
  pressure?: Pressure
  /** Milliseconds after which a connection on which nothing moves is closed. */
  idleTimeout?: number
}

const LONGEST_ID = 500
const LARGEST_HEADERS = 32_768

/** The whole app, not yet listening: every plugin and every route, in order. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = await appWithoutRoutes(options)
  registerRoutes(app, options)
  await app.ready()
  return app
}

/** What every answer goes through, whatever route it is of. */
export async function appWithoutRoutes({
  config,
  metrics,
  version,
  datasets,
  log,
  pressure = { maxEventLoopDelay: 1_000, sampleInterval: 5_000 },
  // Waiting for an answer is no standstill.
  idleTimeout = 1_000 * Math.max(60, config.REQUEST_TIMEOUT + 1),
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.LOG_LEVEL, stream: log },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: config.TRUST_PROXY,
    schemaController,
    forceCloseConnections: 'idle',
    connectionTimeout: idleTimeout,
    // A request without a host is refused like any other: see registerMethods.
    http: { maxHeaderSize: LARGEST_HEADERS, requireHostHeader: false },
    routerOptions: { maxParamLength: LONGEST_ID, querystringParser: text => ({ text }) },
    frameworkErrors: sendProblem,
    clientErrorHandler: answerClientError,
  })

  registerRequestLog(app)
  if (metrics) registerMetrics(app, metrics)
  registerErrors(app)
  registerClosing(app)
  registerMethods(app)
  registerOrigin(app, config.PUBLIC_URL)
  registerCors(app)
  registerPressure(app, pressure)
  registerRateLimit(app, config.RATE_LIMIT)
  registerValidation(app)
  await app.register(compress, { encodings: ['br', 'gzip'], customTypes: /text|json|xml|yaml/ })
  registerRequestTimeout(app, config.REQUEST_TIMEOUT)
  registerAnswers(app, datasets)
  registerOpenapi(app, version)
  return app
}

function registerRoutes(app: FastifyInstance, { now, datasets, quotes, version }: AppOptions) {
  const source = { datasets, quotes, version }

  app.register(pageRoutes)
  app.register(openapiRoutes)
  app.register(wellKnownRoutes, source)
  app.register(healthRoutes, { ...source, now })

  app.register(datasetRoutes, source)
  app.register(recordRoutes, {
    ...source,
    name: 'actions',
    describe:
      'What somebody did, said or suffered, each with its kind, date, actors, regions, amounts and links.',
  })
  app.register(evidenceRoutes, { ...source, name: 'actions' })
  app.register(chainRoutes, source)
  app.register(historyRoutes, source)
  app.register(recordRoutes, {
    ...source,
    name: 'exchanges',
    describe: 'Platforms on which cryptocurrency is traded.',
  })
  app.register(recordRoutes, {
    ...source,
    name: 'agencies',
    describe: 'Public bodies of any level.',
  })
  app.register(recordRoutes, {
    ...source,
    name: 'actors',
    describe:
      'All who act or are acted on: agencies, exchanges, companies, associations, institutions and persons.',
  })
  app.register(evidenceRoutes, { ...source, name: 'actors' })
  app.register(recordRoutes, {
    ...source,
    name: 'regions',
    describe: 'Places, by their codes in ISO 3166 and UN M49.',
  })
  app.register(recordRoutes, {
    ...source,
    name: 'documents',
    describe: 'The texts that claims are drawn from. Their words are not part of the dataset.',
  })
  app.register(recordRoutes, {
    ...source,
    name: 'claims',
    describe: 'One value as one document states it, with the place of the words and their hash.',
  })
  app.register(countRoutes, source)
  app.register(searchRoutes, source)
  app.register(reconcileRoutes, source)
  app.register(reconcileSuggestRoutes, source)
  app.register(reconcilePreviewRoutes, source)
  app.register(recordRoutes, {
    ...source,
    name: 'vocabulary',
    describe: 'The codebook: every code with its definition.',
  })
  app.register(recordRoutes, {
    ...source,
    name: 'releases',
    describe: 'The states of the dataset that were published. A release never changes.',
  })
  app.register(recordRoutes, {
    ...source,
    name: 'changes',
    describe: 'What each release added, changed, removed and merged, and why.',
  })
  app.register(exportRoutes, source)
}
