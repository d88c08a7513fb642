import { destination } from 'pino'
import { Registry } from 'prom-client'
import { appWithoutRoutes } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { Quotes } from '../../src/queries/quotes.ts'
import { GATHERED, version } from '../../src/server.ts'
import { CurrentDataset } from '../../src/store/current.ts'
import { registerFixed } from './fixed.ts'

// The app with all that an answer goes through, but with routes that only send bytes.
const config = readConfig(process.env)
const datasets = new CurrentDataset(config.DATABASE)
const now = () => new Date()
const source = { datasets, quotes: new Quotes(), version }
const log = destination(GATHERED)
const app = await appWithoutRoutes({ ...source, config, now, log, metrics: new Registry() })
app.register(async routes => registerFixed(routes, process.env.FIXED_FOLDER as string, true))
await app.listen({ port: config.PORT })
