/** The texts of the pages that stand on several of them, or that a translator would want to find in one place. */
export const texts = {
  site: 'Crypto Regulation Events',
  tagline: 'What governments do about cryptocurrency, how the industry responds, and who says so',
  skip: 'Skip to the content',
  menu: 'Main menu',
  trail: 'You are here',
  home: 'Home',
  search: {
    label: 'Search events, rules, cases, licences, actors and places',
    placeholder: 'A law, a firm, a court case, a country …',
    button: 'Search',
  },
  sections: {
    actions: 'Events',
    rules: 'Rules',
    cases: 'Cases',
    licences: 'Licences',
    regions: 'Places',
    actors: 'Actors',
    changes: 'What is new',
    guide: 'Guide',
    docs: 'API',
  },
  footer: {
    data: 'Data:',
    release: 'Release',
    json: 'This page as JSON',
    report: 'Report an error',
    guide: 'How the data is made',
    advice: 'This is not legal advice. Nothing found does not mean that nothing happened.',
  },
  and: 'and',
  more: 'more',
  alternative: 'or another',
  badge: {
    planned: 'planned',
    official: 'official source',
    origins: 'independent sources',
    single: 'date from one source',
    disputed: 'accounts differ',
  },
  paging: { label: 'Pages', first: 'First page', following: 'Next page' },
  takeAway: {
    title: 'Take this list away',
    formats: {
      csv: 'CSV for a spreadsheet',
      json: 'JSON',
      ndjson: 'NDJSON, one record a line',
      atom: 'Feed (Atom)',
      ics: 'Calendar (ICS)',
    },
    picture: 'The picture (SVG)',
    script: 'The same by script:',
  },
  empty: {
    title: 'Nothing of this kind is on record',
    covered: (regions: number, from: string | null, to: string | null) =>
      `The dataset has events in ${regions} places, dated from ${from ?? 'an unknown day'} to ${to ?? 'an unknown day'}. What it lacks:`,
    advice: 'Leave out a filter, or search for a word instead.',
  },
  actions: {
    timeline: 'Timeline',
    total: (total: number) => `${total.toLocaleString('en')} ${total === 1 ? 'event' : 'events'}`,
    marksHint:
      'A point is a single day. A bar spans all days on which the event may have happened: the longer, the vaguer. Hollow ones are planned; thin lines show for how long something has force. Choose one to open it.',
    monthsHint:
      'Each bar is a month: in colour the events that surely belong to it, in grey those that may. Choose one to see them; with at most 500 events each is drawn by itself.',
    form: {
      title: 'Filters',
      words: 'Words',
      wordsHint: 'stablecoin reserves',
      region: 'Place',
      anywhere: 'Anywhere',
      kind: 'Kind',
      type: 'Type',
      activity: 'Activity',
      actor: 'Actor',
      actorHint: 'Binance, SEC …',
      from: 'From',
      to: 'To',
      dayHint: '2021, 2021-09 or 2021-09-24',
      has: 'With',
      planned: 'Done or planned',
      plans: { false: 'Done', true: 'Planned' },
      without: 'Leave out',
      nothing: 'Nothing',
      sort: 'Order',
      sorts: { '': 'Newest first', date: 'Oldest first', '-added': 'Added last first' },
      lanes: 'Timeline by',
      lanesBy: { '': 'Kind', region: 'Place', actor: 'Actor' },
      any: 'Any',
      all: 'All',
      button: 'Show',
      reset: 'Start again',
    },
  },
  evidence: {
    title: 'How we know it',
    intro:
      'For each value: the documents that state it, the place of the words, and accounts that differ with the rule that decided. The words of the documents belong to others; the fingerprint finds the passage in any copy.',
    how: 'How to check a passage',
    none: 'No document makes a claim about this record itself.',
    support: (documents: number, origins: number) =>
      `${documents} ${documents === 1 ? 'document' : 'documents'}${origins < documents ? `, ${origins} independent` : ''}`,
    lost: 'Not shown because of the rule:',
    reported: 'as reported:',
    inferred: 'worked out',
    original: 'Original',
    row: (row: string) => `Row ${row} of the register.`,
    passage: (key: string, letters: number) => `Passage ${key}, ${letters} letters, fingerprint`,
  },
  cite: { title: 'Cite and use', json: 'JSON' },
  history: {
    title: 'History of this record',
    none: 'Added since the last release.',
  },
  chain: {
    title: 'Causes and effects',
    causes: 'It came after',
    effects: (total: number) => `What followed (${total.toLocaleString('en')})`,
    more: (count: number) => `${count} more`,
    hint: 'Solid lines: a source or the actor states the link. Dashed lines: whoever coded the documents inferred it. The days are as vague as the dates.',
    answered: {
      'responds-to': 'answers this, which came',
      implements: 'implements this, which came',
      enforces: 'enforces this, which came',
      repeals: 'repeals this, which came',
      amends: 'amends this, which came',
    } as Record<string, string>,
  },
  action: {
    who: 'Who',
    where: 'Where',
    when: 'When',
    due: 'Due',
    effect: 'In force',
    activities: 'Activities',
    amounts: 'Figures',
    steps: 'Part of',
    working: 'Working:',
  },
  matters: {
    total: {
      rules: (total: number) => `${total.toLocaleString('en')} ${total === 1 ? 'rule' : 'rules'}`,
      cases: (total: number) => `${total.toLocaleString('en')} ${total === 1 ? 'case' : 'cases'}`,
    },
    steps: (count: number) => `${count} ${count === 1 ? 'step' : 'steps'}`,
    asOf: (day: string) => `as of ${day}`,
    form: {
      title: 'Filters',
      words: 'Words',
      wordsHint: { rules: 'stablecoin', cases: 'Ripple' },
      place: { rules: 'Applies in', cases: 'Place' },
      anywhere: 'Anywhere',
      kind: 'Kind',
      stage: { rules: 'Stage', cases: 'Latest step' },
      activity: 'Activity',
      actor: { rules: 'Actor', cases: 'Party, court or agency' },
      actorHint: { rules: 'FCA, European Parliament …', cases: 'Binance, SEC …' },
      number: 'Official number',
      numberHint: { rules: '32023R1114', cases: '1:23-cv-01599' },
      day: 'In force on',
      dayHint: '2026-01-01',
      sort: 'Order',
      sorts: { '': 'By place and name', '-id': 'Backwards' },
      any: 'Any',
      button: 'Show',
      reset: 'Start again',
    },
    counted: {
      sure: (on: string) => `In force on ${on}:`,
      without: (count: number) =>
        count === 1
          ? 'For one other no document says when it has force.'
          : `For ${count} others no document says when they have force.`,
      unstated: (count: number) =>
        count === 1
          ? 'One other states no activity.'
          : `${count} others state no activity: they may concern this one, too.`,
    },
    bySubject: (place: string) => `What applies in ${place}, subject by subject`,
    last: 'The latest step:',
    began: (when: string) => `It began ${when}:`,
    upcoming: (when: string) => `Next, ${when}:`,
    facts: {
      kind: 'Kind',
      where: 'Place',
      activities: 'Activities',
      numbers: 'Numbers',
      url: 'Official address',
    },
    force: {
      title: 'When and where it has force',
      intro: (day: string) => `How sure it is on ${day}, the day of the dataset.`,
      none: 'No document at hand says when it has force.',
      from: 'From',
      until: 'Until',
      where: 'Where',
      activities: 'For',
      sure: 'On the day of the dataset',
      unlimited: 'not known',
      open: 'no end known',
      all: 'not stated: for all that it concerns',
      over: (when: string) => `not in force any more: it ended ${when}`,
      later: (when: string) => `not yet in force: it begins ${when}`,
    },
    next: {
      title: 'What comes next',
      none: 'No document announces another step.',
    },
    way: {
      title: 'Step by step',
      none: 'No step is on record.',
      picture: 'The steps on a time axis',
      events: 'Its steps as a list of events',
      calendar: 'Calendar (ICS)',
    },
    followed: {
      title: (count: number) => `What followed its steps (${count.toLocaleString('en')})`,
      all: 'All of it',
    },
    who: 'Who took part',
  },
  regions: {
    intro: (places: number, day: string) =>
      `${places} places with an event or a valid licence on record, as of ${day}. Events are counted without grants, changes and ends of licences; those of a place include the places below it.`,
    letters: 'Letters',
    groups: {
      countries: 'Countries and territories',
      unions: 'Unions',
      subdivisions: 'States and provinces',
      areas: 'Wider areas',
      none: 'Nothing on record',
    },
    areasNote: 'Areas make no law; each leads to its countries.',
    noneNote: (count: number) =>
      `Of ${count} countries and territories the dataset has no event and no licence. That does not mean that nothing happened there, and law from above may apply all the same.`,
    events: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'event' : 'events'}`,
    licences: (count: number) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'licence' : 'licences'}`,
    title: (name: string) => `${name}: crypto rules, licences and events`,
    answer: {
      start: (place: string, day: string) => `An exchange in ${place} on ${day}:`,
      rules: (count: number) =>
        count === 0
          ? 'no rule on exchanges is known to apply'
          : `${count} ${count === 1 ? 'rule on exchanges applies' : 'rules on exchanges apply'}`,
      split: (own: number, above: number) => {
        if (above === 0) return 'of its own law'
        return own === 0 ? 'from above' : `${own} of its own law, ${above} from above`
      },
      bans: (count: number) => `${count} with a ban`,
      firms: (count: number) =>
        count === 0
          ? 'no firm is known to be licensed for exchange services'
          : `${count.toLocaleString('en')} ${count === 1 ? 'firm is' : 'firms are'} licensed for exchange services`,
      elsewhere: (count: number) =>
        `(${count.toLocaleString('en')} of them only by a licence granted elsewhere and valid here)`,
      unstated: (count: number, isOther: boolean) => {
        const other = isOther ? 'other ' : ''
        return count === 1
          ? `1 ${other}firm holds a licence that states no activity.`
          : `${count.toLocaleString('en')} ${other}firms hold licences that state no activity.`
      },
      parts: (count: number) =>
        count === 1
          ? 'One place below grants licences of its own.'
          : `Licences hold in ${count} places below, each by itself.`,
      next: (when: string) => `Next, ${when}:`,
      last: (when: string) => `Last event, ${when}:`,
    },
    jumps: 'On this page',
    area: (name: string) =>
      `${name} is an area of places and makes no law of its own. What applies stands on the page of each country.`,
    world: 'The world as a whole makes no law. What applies stands on the page of each country.',
    topics: {
      title: 'What applies today, by subject',
      intro: (day: string) =>
        `As of ${day}. Rules are those of the place itself and those that bind it from above.`,
      subject: 'Subject',
      inForce: 'Rules in force',
      coming: 'On the way or not dated',
      licences: 'Licences valid here',
      next: 'Next',
      rule: 'Rule',
      whose: 'Whose law',
      stands: 'How it stands',
      sure: 'In force today?',
      own: (place: string) => `law of ${place} itself`,
      above: (places: string) => `from above: ${places}`,
      unknown: 'no document says that it is in force now',
      ban: 'ban',
      none: (topic: string, place: string) => `No rule on ${topic} in ${place} is known.`,
      nothing: (topics: string, place: string) =>
        `No document says anything on ${topics} in ${place}.`,
      valid: (valid: number, granted: number) =>
        `${valid.toLocaleString('en')} ${valid === 1 ? 'licence' : 'licences'} for it ${valid === 1 ? 'is' : 'are'} valid here, ${granted.toLocaleString('en')} of them granted here.`,
      unstated: (count: number) =>
        `${count.toLocaleString('en')} more ${count === 1 ? 'states' : 'state'} no activity.`,
      seeLicences: 'See the licences',
      seeFirms: 'See the firms',
      after: 'Next:',
      last: 'Last event:',
      list: (place: string) => `All rules in force in ${place} as a list`,
      every: (place: string) => `All rules of ${place} and from above, also ended ones`,
    },
    licensed: {
      title: 'Who is licensed',
      forExchange: (count: number, place: string) =>
        `${count.toLocaleString('en')} ${count === 1 ? 'firm is' : 'firms are'} licensed for exchange services in ${place}.`,
      forAny: (count: number, place: string) =>
        `No licence in ${place} names exchange services. ${count.toLocaleString('en')} ${count === 1 ? 'firm holds' : 'firms hold'} a licence for something else, or one that names no activity.`,
      none: (place: string) =>
        `No firm is known to be licensed in ${place}. Firms may be licensed there all the same.`,
      onlyBelow: (place: string) =>
        `No licence for all of ${place} is known: licences hold in single places below it.`,
      sure: (day: string, counts: string) => `On ${day}: ${counts}.`,
      first: (count: number) => `The first ${count} by name:`,
      firm: 'Firm',
      kind: 'Kind',
      since: 'Since',
      granted: 'Granted in',
      unknown: 'not stated',
      all: (count: number) =>
        count === 1 ? 'The firm as a list' : `All ${count.toLocaleString('en')} firms`,
      records: 'The licences',
      rests: 'What this rests on',
      noRegister:
        'No official register of this place is read; the licences come from documents one by one.',
      kept: 'kept by',
      read: (readings: number, last: string) =>
        `${readings === 1 ? 'read once' : `read ${readings} times`}, last as of ${last}`,
      complete: (day: string) => `It lists all from ${day} on.`,
      partial: 'It was not read as a complete list.',
      late: (late: number, listed: number, days: number) =>
        `It is late: ${late} of ${listed} licences had been granted before the reading that did not list them yet, typically ${days} days before the one that did.`,
      leavesOut: 'What it leaves out:',
      parts: 'Places below with licences of their own',
    },
    next: {
      title: 'What comes next',
      none: (place: string) => `No document names a coming day for ${place}.`,
      names: {
        date: '',
        due: 'due',
        effect_from: 'begins to have force',
        effect_until: 'ends',
      },
      above: 'from above:',
      subscribe: 'Subscribe to the calendar (ICS)',
      calendarNote: 'with the days from which something has force',
      list: 'As a list of events',
    },
    timeline: {
      title: 'Timeline',
      all: (count: number) => `All ${count.toLocaleString('en')} events as a list`,
      none: (place: string) =>
        `No event of ${place} is on record. That does not mean that nothing happened.`,
      last: 'The last events',
      official: (official: number, total: number) =>
        `${official.toLocaleString('en')} of the ${total.toLocaleString('en')} events rest on an official text`,
      cases: (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'case' : 'cases'}`,
    },
    actors: {
      title: (count: number) => `Actors at home here (${count.toLocaleString('en')})`,
      all: 'All of them',
    },
    around: {
      title: 'Places above and below',
      above: 'Part of',
      below: 'Below it',
      from: (day: string) => `from ${day}`,
      until: (day: string) => `until ${day}`,
    },
  },
  licences: {},
  actors: {},
  documents: {},
  changes: {},
  results: {},
  guide: {},
}
