import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'

export async function guidePages(_app: FastifyInstance, _source: Source) {}
