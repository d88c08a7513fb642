/**
 * A path or an id as answers write it, so that a path opens below /v1: an id may contain a name, and so characters that
 * no URL has in its path. Only they are encoded, and the rest stays readable.
 */
export const encodePath = (path: string): string => path.replaceAll(/[%?#\\]/g, encodeURIComponent)

/** The path or id that an encoded one stands for; one that is not encoded stays as it is. */
export const decodePath = (path: string): string =>
  path.replaceAll(/%(?:25|3F|23|5C)/gi, decodeURIComponent)
