/** Names of places that stand with an article in a sentence. */
const WITH_ARTICLE =
  /^(?:United |Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Isle of |Middle East|Caribbean|Americas)|\b(?:Islands|Republic|Union|Territory|Territories|Community)\b/

/** The name of a place as it stands within a sentence: France, the European Union. */
export const placeInWords = (name: string): string =>
  WITH_ARTICLE.test(name) ? `the ${name}` : name

/** The same at the beginning of a sentence. */
export const placeFirst = (name: string): string => placeInWords(name).replace(/^the /, 'The ')
