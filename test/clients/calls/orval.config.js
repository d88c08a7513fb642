// Lists are also offered as NDJSON, and orval would return all their answers as streams.
const contentType = { include: ['application/json', 'application/problem+json'] }

export default {
  api: {
    input: 'openapi.json',
    output: {
      target: 'client.ts',
      client: 'fetch',
      baseUrl: { getBaseUrlFromSpecification: true },
      override: { contentType },
    },
  },
}
