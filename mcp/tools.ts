export type ToolRow = {
  name: string
  title: string
  description: string
  /** Id of the operation that answers; `{collection}` stands for each collection that has one and no tool of its own. */
  operation: string
}

/** What an agent may ask for, each by an operation of the API. */
export const tools: ToolRow[] = [
  {
    name: 'describe_dataset',
    title: 'Describe the dataset',
    description:
      'What the dataset covers: release, counts, regions, period, gaps, licence and how to cite it. Ask this first, and before concluding anything from an empty answer.',
    operation: 'get-dataset',
  },
  {
    name: 'search_records',
    title: 'Search all records',
    description:
      'Ranked text search over actions, actors, regions, documents, claims and the codebook. The way from a name or words to an id: the record of a hit is its collection and id.',
    operation: 'search',
  },
  {
    name: 'find_actions',
    title: 'Find actions',
    description:
      'The events: what governments did and what the industry did in answer, newest first, by kind, type, actor, region, activity, date, force on a day, links and text. actor, agency and exchange take ids or names.',
    operation: 'list-actions',
  },
  {
    name: 'count_actions',
    title: 'Count actions',
    description:
      'How many distinct actions by one or two of year, quarter, month, kind, type, region, actor, activity and document, with the filters of find_actions. A vague date is possible in several groups and certain in one at most.',
    operation: 'count-actions',
  },
  {
    name: 'trace_chain',
    title: 'Trace causes and reactions',
    description:
      'What an action answers and what answered it, with who says so and the lag as a range of days.',
    operation: 'chain-actions',
  },
  {
    name: 'get_evidence',
    title: 'Get the evidence for a record',
    description:
      'For each field of an action or actor: the value, the rule that decided, the claims behind it with the place of their words, and the rival claims.',
    operation: 'evidence-{collection}',
  },
  {
    name: 'get_record',
    title: 'Get one record',
    description: 'One record of any collection by its id, with how to cite it.',
    operation: 'get-{collection}',
  },
  {
    name: 'list_records',
    title: 'List other records',
    description:
      'Actors, exchanges, agencies, regions, documents, claims, releases or the codebook (vocabulary), by filters. Claims with the status rival are what the documents disagree on.',
    operation: 'list-{collection}',
  },
  {
    name: 'list_changes',
    title: 'List changes',
    description: 'What the releases added, changed, removed and merged, and why.',
    operation: 'list-changes',
  },
  {
    name: 'get_history',
    title: 'Get the history of an action',
    description: 'What the releases did to an action.',
    operation: 'history-actions',
  },
]
