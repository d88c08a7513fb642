import { createHash } from 'node:crypto'

/** The source by which a content security policy allows an inline style. */
export const hashOf = (style: string) =>
  `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** Without it, a phone shows a page at the width of a desktop. */
export const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'

/** A whole page; title, body and the rest of the head are HTML. */
export const htmlPage = (style: string, title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${VIEWPORT}<title>${title}</title><link rel="icon" href="data:,">${head}<style>${style}</style></head><body>${body}</body></html>`
