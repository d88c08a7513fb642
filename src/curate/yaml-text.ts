import { type Document, isCollection, isMap, isScalar, isSeq, type Node, visit } from 'yaml'

/** Texts that are always quoted: they look like numbers. */
const quotedKeys = ['edtf', 'sha256']

type Collection = Extract<Node, { flow?: boolean }>

/** Writes the brackets of maps with spaces inside, those of lists without. */
function setPadding(node: Collection) {
  const write = node.toString.bind(node)
  const flowCollectionPadding = isMap(node) ? ' ' : ''
  node.toString = (context, ...rest) =>
    write(context && { ...context, flowCollectionPadding }, ...rest)
}

/** The text of a seed file: a line for each field of the record and for each item of its lists of maps. */
export function toText(document: Document): string {
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(value) && quotedKeys.includes(String(key))) value.type = 'QUOTE_DOUBLE'
    },
    Collection: (_, node, path) => {
      const depth = path.filter(isCollection).length
      const isListOfMaps = isSeq(node) && node.items.every(isMap)
      node.flow ??= depth > 1 || (depth === 1 && !isListOfMaps)
      setPadding(node)
    },
  })
  return document.toString({ lineWidth: 0 })
}
