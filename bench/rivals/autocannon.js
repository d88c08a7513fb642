import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'

// Does what load/wrk.lua does, for machines without wrk. It is slower than a server of fixed bytes.
const [url, connections, seconds, file, start, etag] = process.argv.slice(2)
const requests = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => line.split('\t'))
let at = Number(start)
const setupRequest = request => {
  const [method, path, body] = requests[++at % requests.length]
  const form = body && { 'content-type': 'application/x-www-form-urlencoded' }
  return { ...request, method, path, body, headers: { ...request.headers, ...form } }
}
const { latency, ...result } = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  headers: etag ? { 'if-none-match': etag } : {},
  requests: [{ setupRequest }],
})
console.log(
  JSON.stringify({
    requests: result.requests.total,
    seconds: result.duration,
    p50: latency.p50 * 1_000,
    p99: latency.p99 * 1_000,
    failed: result.errors + result.timeouts + result['4xx'] + result['5xx'],
  }),
)
