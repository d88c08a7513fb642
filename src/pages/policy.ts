import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import helmet from 'helmet'
import { chartStyle } from './assets.ts'

// The one inline style of Swagger UI 6.1.3.
const SWAGGER_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='"

const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", SWAGGER_STYLE],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
}

const write = helmet({ contentSecurityPolicy, strictTransportSecurity: false })

/** Sets the headers of a page: nothing may come from another host, and no script or style from within the page. */
export const setPageHeaders = (request: FastifyRequest, reply: FastifyReply) =>
  write(request.raw, reply.raw, () => {})

const style = createHash('sha256').update(chartStyle).digest('base64')

/** The policy of a picture by itself: only its own style. */
const picturePolicy = `default-src 'none'; style-src 'sha256-${style}'`

/** Sets the headers of a picture. */
export const setPictureHeaders = (_: FastifyRequest, reply: FastifyReply) =>
  reply
    .header('content-security-policy', picturePolicy)
    .header('cross-origin-resource-policy', 'cross-origin')
