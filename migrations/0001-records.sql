-- The records as tables, for people who take the file. A column that ends in _scheme only ties a code to its term.

CREATE TABLE terms (
  id TEXT NOT NULL UNIQUE,
  scheme TEXT NOT NULL,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  definition TEXT NOT NULL,
  includes TEXT,
  excludes TEXT,
  parent TEXT,
  activities TEXT,
  types TEXT,
  general_types TEXT,
  PRIMARY KEY (scheme, code)
) STRICT;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  official TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT,
  author TEXT,
  language TEXT NOT NULL,
  url TEXT,
  published_edtf TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  published_precision TEXT,
  published_basis TEXT,
  published_floor INTEGER CHECK (published_floor = 1),
  published_note TEXT,
  origin TEXT NOT NULL,
  read_on TEXT NOT NULL,
  read_as TEXT NOT NULL,
  licence TEXT,
  attribution TEXT,
  sha256 TEXT,
  length INTEGER,
  register TEXT,
  covers TEXT,
  note TEXT,
  kind_scheme TEXT AS ('document-kind'),
  official_scheme TEXT AS ('official'),
  read_as_scheme TEXT AS ('read-as'),
  published_precision_scheme TEXT AS ('precision'),
  published_basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (official_scheme, official) REFERENCES terms (scheme, code),
  FOREIGN KEY (read_as_scheme, read_as) REFERENCES terms (scheme, code),
  FOREIGN KEY (published_precision_scheme, published_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (published_basis_scheme, published_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE document_passages (
  document_id TEXT NOT NULL REFERENCES documents,
  key TEXT NOT NULL,
  letters INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (document_id, key)
) STRICT;

CREATE TABLE regions (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  licences_granted_here INTEGER NOT NULL,
  licences_valid_here INTEGER NOT NULL,
  kind_scheme TEXT AS ('region-kind'),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE region_parents (
  region_id TEXT NOT NULL REFERENCES regions,
  code TEXT NOT NULL REFERENCES regions,
  "from" TEXT,
  until TEXT,
  PRIMARY KEY (region_id, code)
) STRICT;

CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  sector TEXT,
  region TEXT REFERENCES regions,
  kind_scheme TEXT AS ('actor-kind'),
  sector_scheme TEXT AS ('sector'),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (sector_scheme, sector) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE actor_names (
  actor_id TEXT NOT NULL REFERENCES actors,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  lang TEXT,
  type_scheme TEXT AS ('name-type'),
  PRIMARY KEY (actor_id, name),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE actor_affiliations (
  actor_id TEXT NOT NULL REFERENCES actors,
  actor TEXT NOT NULL REFERENCES actors,
  relation TEXT NOT NULL,
  "from" TEXT,
  until TEXT,
  relation_scheme TEXT AS ('relation'),
  PRIMARY KEY (actor_id, actor, relation),
  FOREIGN KEY (relation_scheme, relation) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE actor_identifiers (
  actor_id TEXT NOT NULL REFERENCES actors,
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  name TEXT,
  PRIMARY KEY (actor_id, scheme, value)
) STRICT;

CREATE TABLE actions (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  date_floor INTEGER CHECK (date_floor = 1),
  date_note TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  due_edtf TEXT,
  due_earliest TEXT,
  due_latest TEXT,
  due_precision TEXT,
  due_basis TEXT,
  due_floor INTEGER CHECK (due_floor = 1),
  due_note TEXT,
  effect_from_edtf TEXT,
  effect_from_earliest TEXT,
  effect_from_latest TEXT,
  effect_from_precision TEXT,
  effect_from_basis TEXT,
  effect_from_floor INTEGER CHECK (effect_from_floor = 1),
  effect_from_note TEXT,
  effect_until_edtf TEXT,
  effect_until_earliest TEXT,
  effect_until_latest TEXT,
  effect_until_precision TEXT,
  effect_until_basis TEXT,
  effect_until_floor INTEGER CHECK (effect_until_floor = 1),
  effect_until_note TEXT,
  effect_until_by TEXT REFERENCES actions DEFERRABLE INITIALLY DEFERRED,
  sources_claims INTEGER NOT NULL,
  sources_documents INTEGER NOT NULL,
  sources_origins INTEGER NOT NULL,
  sources_official INTEGER NOT NULL,
  sources_single_source INTEGER NOT NULL CHECK (sources_single_source IN (0, 1)),
  sources_conflicts TEXT NOT NULL,
  kind_scheme TEXT AS ('action-kind'),
  type_scheme TEXT AS ('action-type'),
  date_precision_scheme TEXT AS ('precision'),
  date_basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_precision_scheme, date_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_basis_scheme, date_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_precision_scheme, due_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_basis_scheme, due_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_precision_scheme, effect_from_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_basis_scheme, effect_from_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_precision_scheme, effect_until_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (date_basis_scheme, effect_until_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE action_matters (
  action_id TEXT NOT NULL REFERENCES actions,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  stage TEXT,
  kind_scheme TEXT AS ('matter-kind'),
  stage_scheme TEXT AS ('stage'),
  PRIMARY KEY (action_id, id),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (stage_scheme, stage) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE action_actors (
  action_id TEXT NOT NULL REFERENCES actions,
  id TEXT REFERENCES actors,
  key TEXT,
  kind TEXT NOT NULL,
  name TEXT,
  role TEXT NOT NULL,
  count_low REAL,
  count_best REAL,
  count_high REAL,
  as_reported TEXT,
  kind_scheme TEXT AS ('actor-kind'),
  role_scheme TEXT AS ('actor-role'),
  CHECK ((id IS NULL) <> (key IS NULL)),
  UNIQUE (action_id, id, key, role),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (role_scheme, role) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE action_regions (
  action_id TEXT NOT NULL REFERENCES actions,
  code TEXT NOT NULL REFERENCES regions,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  alternative INTEGER CHECK (alternative = 1),
  role_scheme TEXT AS ('region-role'),
  PRIMARY KEY (action_id, code, role),
  FOREIGN KEY (role_scheme, role) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE action_activities (
  action_id TEXT NOT NULL REFERENCES actions,
  activity TEXT NOT NULL,
  activity_scheme TEXT AS ('activity'),
  PRIMARY KEY (action_id, activity),
  FOREIGN KEY (activity_scheme, activity) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE action_amounts (
  action_id TEXT NOT NULL REFERENCES actions,
  quantity TEXT NOT NULL,
  low REAL,
  best REAL,
  high REAL,
  low_exclusive INTEGER CHECK (low_exclusive IN (0, 1)),
  high_exclusive INTEGER CHECK (high_exclusive IN (0, 1)),
  unit TEXT NOT NULL,
  per TEXT,
  modality TEXT NOT NULL,
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  as_reported TEXT NOT NULL,
  quantity_scheme TEXT AS ('quantity'),
  unit_scheme TEXT AS ('unit'),
  modality_scheme TEXT AS ('modality'),
  PRIMARY KEY (action_id, quantity),
  FOREIGN KEY (quantity_scheme, quantity) REFERENCES terms (scheme, code),
  FOREIGN KEY (unit_scheme, unit) REFERENCES terms (scheme, code),
  FOREIGN KEY (modality_scheme, modality) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE action_details (
  action_id TEXT NOT NULL REFERENCES actions,
  aspect TEXT NOT NULL,
  text TEXT NOT NULL,
  aspect_scheme TEXT AS ('aspect'),
  PRIMARY KEY (action_id, aspect),
  FOREIGN KEY (aspect_scheme, aspect) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE action_links (
  action_id TEXT NOT NULL REFERENCES actions,
  type TEXT NOT NULL,
  action TEXT NOT NULL REFERENCES actions DEFERRABLE INITIALLY DEFERRED,
  basis TEXT NOT NULL,
  lag_days_min INTEGER,
  lag_days_max INTEGER,
  type_scheme TEXT AS ('link-type'),
  basis_scheme TEXT AS ('link-basis'),
  PRIMARY KEY (action_id, type, action),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, basis) REFERENCES terms (scheme, code)
) STRICT;
CREATE INDEX action_links_to ON action_links (action);

CREATE TABLE rules (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  status_stage TEXT,
  status_since_edtf TEXT,
  status_since_earliest TEXT,
  status_since_latest TEXT,
  status_since_precision TEXT,
  status_since_basis TEXT,
  status_since_floor INTEGER CHECK (status_since_floor = 1),
  status_since_note TEXT,
  status_as_of TEXT,
  activities TEXT NOT NULL,
  url TEXT,
  kind_scheme TEXT AS ('matter-kind'),
  status_stage_scheme TEXT AS ('stage'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (status_stage_scheme, status_stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, status_since_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, status_since_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE rule_numbers (
  rule_id TEXT NOT NULL REFERENCES rules,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  type_scheme TEXT AS ('number-type'),
  PRIMARY KEY (rule_id, value),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE rule_regions (
  rule_id TEXT NOT NULL REFERENCES rules,
  code TEXT NOT NULL REFERENCES regions,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  alternative INTEGER CHECK (alternative = 1),
  role_scheme TEXT AS ('region-role'),
  PRIMARY KEY (rule_id, code, role),
  FOREIGN KEY (role_scheme, role) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE rule_in_force (
  rule_id TEXT NOT NULL REFERENCES rules,
  from_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  from_precision TEXT,
  from_basis TEXT,
  from_floor INTEGER CHECK (from_floor = 1),
  from_note TEXT,
  until_edtf TEXT,
  until_earliest TEXT,
  until_latest TEXT,
  until_precision TEXT,
  until_basis TEXT,
  until_floor INTEGER CHECK (until_floor = 1),
  until_note TEXT,
  activities TEXT NOT NULL,
  regions TEXT NOT NULL,
  actions TEXT NOT NULL,
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (precision_scheme, from_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, from_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, until_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, until_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE rule_next (
  rule_id TEXT NOT NULL REFERENCES rules,
  action TEXT NOT NULL REFERENCES actions,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  stage TEXT,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  date_floor INTEGER CHECK (date_floor = 1),
  date_note TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  type_scheme TEXT AS ('action-type'),
  stage_scheme TEXT AS ('stage'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  PRIMARY KEY (rule_id, action),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (stage_scheme, stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, date_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, date_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE rule_steps (
  rule_id TEXT NOT NULL REFERENCES rules,
  action TEXT NOT NULL REFERENCES actions,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  stage TEXT,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  date_floor INTEGER CHECK (date_floor = 1),
  date_note TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  type_scheme TEXT AS ('action-type'),
  stage_scheme TEXT AS ('stage'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  PRIMARY KEY (rule_id, action),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (stage_scheme, stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, date_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, date_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  status_stage TEXT,
  status_since_edtf TEXT,
  status_since_earliest TEXT,
  status_since_latest TEXT,
  status_since_precision TEXT,
  status_since_basis TEXT,
  status_since_floor INTEGER CHECK (status_since_floor = 1),
  status_since_note TEXT,
  status_as_of TEXT,
  activities TEXT NOT NULL,
  url TEXT,
  kind_scheme TEXT AS ('matter-kind'),
  status_stage_scheme TEXT AS ('action-type'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (status_stage_scheme, status_stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, status_since_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, status_since_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE case_numbers (
  case_id TEXT NOT NULL REFERENCES cases,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  type_scheme TEXT AS ('number-type'),
  PRIMARY KEY (case_id, value),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE case_regions (
  case_id TEXT NOT NULL REFERENCES cases,
  code TEXT NOT NULL REFERENCES regions,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  alternative INTEGER CHECK (alternative = 1),
  role_scheme TEXT AS ('region-role'),
  PRIMARY KEY (case_id, code, role),
  FOREIGN KEY (role_scheme, role) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE case_in_force (
  case_id TEXT NOT NULL REFERENCES cases,
  from_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  from_precision TEXT,
  from_basis TEXT,
  from_floor INTEGER CHECK (from_floor = 1),
  from_note TEXT,
  until_edtf TEXT,
  until_earliest TEXT,
  until_latest TEXT,
  until_precision TEXT,
  until_basis TEXT,
  until_floor INTEGER CHECK (until_floor = 1),
  until_note TEXT,
  activities TEXT NOT NULL,
  regions TEXT NOT NULL,
  actions TEXT NOT NULL,
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (precision_scheme, from_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, from_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, until_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, until_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE case_next (
  case_id TEXT NOT NULL REFERENCES cases,
  action TEXT NOT NULL REFERENCES actions,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  stage TEXT,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  date_floor INTEGER CHECK (date_floor = 1),
  date_note TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  type_scheme TEXT AS ('action-type'),
  stage_scheme TEXT AS ('stage'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  PRIMARY KEY (case_id, action),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (stage_scheme, stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, date_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, date_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE case_steps (
  case_id TEXT NOT NULL REFERENCES cases,
  action TEXT NOT NULL REFERENCES actions,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  stage TEXT,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  date_floor INTEGER CHECK (date_floor = 1),
  date_note TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  type_scheme TEXT AS ('action-type'),
  stage_scheme TEXT AS ('stage'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  PRIMARY KEY (case_id, action),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (stage_scheme, stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, date_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, date_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE licences (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  status_stage TEXT,
  status_since_edtf TEXT,
  status_since_earliest TEXT,
  status_since_latest TEXT,
  status_since_precision TEXT,
  status_since_basis TEXT,
  status_since_floor INTEGER CHECK (status_since_floor = 1),
  status_since_note TEXT,
  status_as_of TEXT,
  actor TEXT NOT NULL REFERENCES actors,
  holder_name TEXT NOT NULL,
  holder_lei TEXT,
  holder_names_before TEXT NOT NULL,
  authority TEXT NOT NULL REFERENCES actors,
  rule TEXT REFERENCES rules,
  granted_edtf TEXT,
  granted_earliest TEXT,
  granted_latest TEXT,
  granted_precision TEXT,
  granted_basis TEXT,
  granted_floor INTEGER CHECK (granted_floor = 1),
  granted_note TEXT,
  ended_edtf TEXT,
  ended_earliest TEXT,
  ended_latest TEXT,
  ended_precision TEXT,
  ended_basis TEXT,
  ended_floor INTEGER CHECK (ended_floor = 1),
  ended_note TEXT,
  ended_by TEXT,
  activities TEXT,
  clients TEXT,
  websites TEXT NOT NULL,
  register_id TEXT,
  register_row TEXT,
  register_last_listed TEXT,
  url TEXT,
  kind_scheme TEXT AS ('matter-kind'),
  status_scheme TEXT AS ('licence-status'),
  ending_scheme TEXT AS ('licence-ending'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (kind_scheme, kind) REFERENCES terms (scheme, code),
  FOREIGN KEY (status_scheme, status_stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (ending_scheme, ended_by) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, status_since_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, status_since_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, granted_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, granted_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, ended_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, ended_basis) REFERENCES terms (scheme, code)
) STRICT;
CREATE INDEX licences_of_actor ON licences (actor);

CREATE TABLE licence_numbers (
  licence_id TEXT NOT NULL REFERENCES licences,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  type_scheme TEXT AS ('number-type'),
  PRIMARY KEY (licence_id, value),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE licence_regions (
  licence_id TEXT NOT NULL REFERENCES licences,
  code TEXT NOT NULL REFERENCES regions,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  alternative INTEGER CHECK (alternative = 1),
  role_scheme TEXT AS ('region-role'),
  PRIMARY KEY (licence_id, code, role),
  FOREIGN KEY (role_scheme, role) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE licence_in_force (
  licence_id TEXT NOT NULL REFERENCES licences,
  from_edtf TEXT,
  from_earliest TEXT,
  from_latest TEXT,
  from_precision TEXT,
  from_basis TEXT,
  from_floor INTEGER CHECK (from_floor = 1),
  from_note TEXT,
  until_edtf TEXT,
  until_earliest TEXT,
  until_latest TEXT,
  until_precision TEXT,
  until_basis TEXT,
  until_floor INTEGER CHECK (until_floor = 1),
  until_note TEXT,
  activities TEXT,
  regions TEXT NOT NULL,
  actions TEXT NOT NULL,
  first_listed TEXT,
  last_listed TEXT,
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  FOREIGN KEY (precision_scheme, from_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, from_basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, until_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, until_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE licence_next (
  licence_id TEXT NOT NULL REFERENCES licences,
  action TEXT NOT NULL REFERENCES actions,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  stage TEXT,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  date_floor INTEGER CHECK (date_floor = 1),
  date_note TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  type_scheme TEXT AS ('action-type'),
  stage_scheme TEXT AS ('stage'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  PRIMARY KEY (licence_id, action),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (stage_scheme, stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, date_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, date_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE licence_steps (
  licence_id TEXT NOT NULL REFERENCES licences,
  action TEXT NOT NULL REFERENCES actions,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  stage TEXT,
  date_edtf TEXT NOT NULL,
  date_earliest TEXT,
  date_latest TEXT,
  date_precision TEXT NOT NULL,
  date_basis TEXT NOT NULL,
  date_floor INTEGER CHECK (date_floor = 1),
  date_note TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  type_scheme TEXT AS ('action-type'),
  stage_scheme TEXT AS ('stage'),
  precision_scheme TEXT AS ('precision'),
  basis_scheme TEXT AS ('date-basis'),
  PRIMARY KEY (licence_id, action),
  FOREIGN KEY (type_scheme, type) REFERENCES terms (scheme, code),
  FOREIGN KEY (stage_scheme, stage) REFERENCES terms (scheme, code),
  FOREIGN KEY (precision_scheme, date_precision) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, date_basis) REFERENCES terms (scheme, code)
) STRICT;

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  as_reported TEXT,
  document TEXT NOT NULL REFERENCES documents,
  origin TEXT NOT NULL,
  passage_key TEXT,
  passage_letters INTEGER,
  passage_sha256 TEXT,
  "row" TEXT,
  last_document TEXT REFERENCES documents,
  status TEXT NOT NULL,
  basis TEXT NOT NULL,
  rests_on TEXT NOT NULL,
  rule TEXT,
  note TEXT,
  status_scheme TEXT AS ('claim-status'),
  basis_scheme TEXT AS ('claim-basis'),
  rule_scheme TEXT AS ('rule'),
  FOREIGN KEY (status_scheme, status) REFERENCES terms (scheme, code),
  FOREIGN KEY (basis_scheme, basis) REFERENCES terms (scheme, code),
  FOREIGN KEY (rule_scheme, rule) REFERENCES terms (scheme, code)
) STRICT;
CREATE INDEX claims_of_record ON claims (record);

CREATE TABLE releases (
  version TEXT PRIMARY KEY,
  date TEXT NOT NULL,
  time TEXT NOT NULL,
  hash TEXT NOT NULL,
  counts TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;

CREATE TABLE changes (
  id TEXT PRIMARY KEY,
  release TEXT NOT NULL,
  date TEXT,
  record TEXT NOT NULL,
  change TEXT NOT NULL,
  fields TEXT,
  "into" TEXT,
  reason TEXT,
  note TEXT,
  change_scheme TEXT AS ('change'),
  reason_scheme TEXT AS ('change-reason'),
  FOREIGN KEY (change_scheme, change) REFERENCES terms (scheme, code),
  FOREIGN KEY (reason_scheme, reason) REFERENCES terms (scheme, code)
) STRICT;
CREATE INDEX changes_of_record ON changes (record);

CREATE TABLE retired (
  record TEXT PRIMARY KEY,
  "into" TEXT,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  release TEXT NOT NULL,
  reason_scheme TEXT AS ('change-reason'),
  FOREIGN KEY (reason_scheme, reason) REFERENCES terms (scheme, code)
) STRICT;

-- What the dataset covers: actions and their sources by jurisdiction, year and kind. An action without a jurisdiction
-- counts in all the regions that it names; a date that is not known to the year has no year.
CREATE VIEW coverage AS
  WITH placed AS (
    SELECT id, kind, sources_single_source AS single_source, code,
      CASE substr(date_earliest, 1, 4) WHEN substr(date_latest, 1, 4) THEN CAST(substr(date_latest, 1, 4) AS INTEGER) END AS year
    FROM actions LEFT JOIN (
      SELECT action_id, code, role, min(role <> 'jurisdiction') OVER (PARTITION BY action_id) AS is_without
      FROM action_regions
    ) ON action_id = id AND (is_without OR role = 'jurisdiction')
  )
  SELECT code AS region, name, year, placed.kind,
    count(DISTINCT placed.id) AS actions,
    count(DISTINCT documents.id) FILTER (WHERE official <> 'no') AS official_sources,
    count(DISTINCT claims.origin) AS independent_sources,
    count(DISTINCT placed.id) FILTER (WHERE single_source) AS single_source_actions
  FROM placed
    JOIN claims ON record = 'actions/' || placed.id AND status IN ('accepted', 'consistent')
    LEFT JOIN documents ON documents.id = claims.document
    LEFT JOIN regions USING (code)
  GROUP BY region, year, placed.kind
  ORDER BY region, year, placed.kind;
