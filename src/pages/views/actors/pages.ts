import type { FastifyInstance } from 'fastify'
import type { Source } from '../../../http/answers/respond.ts'

export async function actorPages(_app: FastifyInstance, _source: Source) {}
