/** A page of the guide: its name in the address, the file in docs/ that it is made of, and what it answers. */
export type GuidePage = { name: string; file?: string; title: string; answers: string }

const doc = (name: string, title: string, answers: string): GuidePage => ({
  ...{ name, title, answers },
  file: `${name}.md`,
})

/** The guide in reading order. */
export const guide: [part: string, pages: GuidePage[]][] = [
  [
    'Read the data',
    [
      doc('pages', 'Pages', 'Which page answers which question, and how to read a timeline.'),
      {
        name: 'coverage',
        title: 'What is covered, and how well',
        answers: 'Which countries, how many events, how good the sources are, and what is missing.',
      },
      doc(
        'evidence',
        'Evidence',
        'How we know a value, and how you can verify a passage yourself.',
      ),
      doc('dates', 'Dates', 'What “late September” means here, and what was in force on a day.'),
      doc(
        'rules',
        'Rules and cases',
        'What applies in a place, how a law came about, how a case went.',
      ),
      doc(
        'licences',
        'Licences',
        'Who is licensed where, for what, since when, and how sure that is.',
      ),
      doc('causes', 'Causes', 'Which event answered which, and how soon.'),
      {
        name: 'codebook',
        title: 'Codebook',
        answers:
          'What each word and code means: ban, licence end, single source and all the others.',
      },
      doc(
        'corrections',
        'Report an error',
        'How to report what is wrong or missing, and what happens then.',
      ),
    ],
  ],
  [
    'Take the data',
    [
      doc('api', 'The API', 'Every path, filter and parameter, and what refusals mean.'),
      doc(
        'formats',
        'Formats',
        'JSON, CSV, NDJSON, feeds and calendars, and which list has which.',
      ),
      doc('exports', 'The whole dataset', 'All records as files: SQLite, CSV, NDJSON and Parquet.'),
      doc(
        'releases',
        'Releases and changes',
        'How the data changes, how to cite it, how to keep a copy in step.',
      ),
      doc(
        'reconcile',
        'Reconciliation',
        'How to match a column of names with the records, for example in OpenRefine.',
      ),
      doc('agents', 'Agents', 'How a language model can ask the dataset through MCP.'),
      {
        name: 'cookbook',
        file: 'cookbook/README.md',
        title: 'Cookbook',
        answers: 'Short recipes, each with what it prints.',
      },
      doc(
        'cookbook/spreadsheets',
        'With a spreadsheet',
        'How to load the files into Excel or LibreOffice without harm.',
      ),
      doc(
        'cookbook/curl',
        'With curl and jq',
        'Recipes for a shell: what was in force, who answered, what changed since.',
      ),
      doc('cookbook/python', 'With Python', 'Recipes with pandas, and with nothing but Python.'),
      doc('cookbook/r', 'With R', 'Recipes for counts, dates and sources in base R.'),
      doc(
        'cookbook/javascript',
        'With JavaScript and TypeScript',
        'Recipes for Node and browsers, and a client with types.',
      ),
      doc('cookbook/duckdb', 'With SQL', 'Recipes for DuckDB and SQLite over the exported files.'),
    ],
  ],
  [
    'How it is made and run',
    [
      doc(
        'coding',
        'How the documents are coded',
        'The rules by which a document becomes records.',
      ),
      doc('drafts', 'Drafts', 'How a curator adds a document, step by step.'),
      doc(
        'registers',
        'Registers',
        'How official lists of licensed firms are read again and again.',
      ),
      doc(
        'operations',
        'Running a server',
        'How to run, configure, watch and update a server of your own.',
      ),
      doc(
        'performance',
        'Performance',
        'How fast it is, what that costs, and where it would break first.',
      ),
    ],
  ],
]

/** Every page of the guide in reading order. */
export const guidePagesInOrder: GuidePage[] = guide.flatMap(([, pages]) => pages)
