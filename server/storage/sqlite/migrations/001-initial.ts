/**
 * Version 1. Columns are named as the ports' fields. There are foreign keys only within one port, because
 * other adapters have none.
 */
export const initial = `
CREATE TABLE organisations (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, timeZone TEXT NOT NULL, createdAt INTEGER NOT NULL
) STRICT;

CREATE TABLE studies (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, name TEXT NOT NULL, sealedKey TEXT NOT NULL,
  createdAt INTEGER NOT NULL
) STRICT;
CREATE INDEX studies_order ON studies (organisationId, createdAt, id);

CREATE TABLE platforms (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, ref TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  origins TEXT NOT NULL, privateHosts TEXT NOT NULL, createdAt INTEGER NOT NULL
) STRICT;
CREATE INDEX platforms_order ON platforms (organisationId, createdAt, id);

CREATE TABLE registrations (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, platformId TEXT NOT NULL, issuer TEXT NOT NULL,
  clientId TEXT NOT NULL, authorizationUrl TEXT NOT NULL, tokenUrl TEXT NOT NULL, keySetUrl TEXT NOT NULL,
  family TEXT, active INTEGER NOT NULL, createdAt INTEGER NOT NULL,
  UNIQUE (issuer, clientId)
) STRICT;
CREATE INDEX registrations_order ON registrations (organisationId, platformId, createdAt, id);

CREATE TABLE deployments (
  organisationId TEXT NOT NULL, platformId TEXT NOT NULL, registrationId TEXT NOT NULL,
  deploymentId TEXT NOT NULL, status TEXT NOT NULL, studyId TEXT NOT NULL, createdAt INTEGER NOT NULL,
  PRIMARY KEY (organisationId, registrationId, deploymentId)
) STRICT, WITHOUT ROWID;
CREATE INDEX deployments_order ON deployments (organisationId, platformId, registrationId, deploymentId);

CREATE TABLE persons (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, platformId TEXT NOT NULL, deploymentId TEXT NOT NULL,
  subject TEXT NOT NULL, sealedKey TEXT NOT NULL, createdAt INTEGER NOT NULL,
  UNIQUE (organisationId, platformId, deploymentId, subject)
) STRICT;

CREATE TABLE resourceLinks (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, platformId TEXT NOT NULL, deploymentId TEXT NOT NULL,
  contextId TEXT NOT NULL, resourceLinkId TEXT NOT NULL, title TEXT NOT NULL, updatedAt INTEGER NOT NULL,
  UNIQUE (organisationId, platformId, deploymentId, contextId, resourceLinkId)
) STRICT;

CREATE TABLE loginStates (
  stateHash TEXT PRIMARY KEY, nonce TEXT NOT NULL, organisationId TEXT NOT NULL, registrationId TEXT NOT NULL,
  targetLinkUri TEXT NOT NULL, browserHash TEXT NOT NULL, storageTarget TEXT, createdAt INTEGER NOT NULL,
  expiresAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX loginStates_expiry ON loginStates (expiresAt);
CREATE TABLE heldLaunches (
  idHash TEXT PRIMARY KEY, organisationId TEXT NOT NULL, login TEXT NOT NULL, sealedPost TEXT NOT NULL,
  expiresAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX heldLaunches_expiry ON heldLaunches (expiresAt);

CREATE TABLE launches (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, platformId TEXT NOT NULL, registrationId TEXT NOT NULL,
  deploymentId TEXT NOT NULL, studyId TEXT NOT NULL, message TEXT NOT NULL, personId TEXT, resourceLinkId TEXT,
  contextId TEXT NOT NULL, role TEXT NOT NULL, testUser INTEGER NOT NULL, practice INTEGER NOT NULL,
  language TEXT NOT NULL, documentTarget TEXT, returnUrl TEXT, lineItemUrl TEXT, lineItemsUrl TEXT,
  membershipsUrl TEXT, family TEXT NOT NULL, settings TEXT NOT NULL, selection TEXT, reviewedPersonId TEXT,
  createdAt INTEGER NOT NULL
) STRICT;
CREATE INDEX launches_age ON launches (createdAt);

CREATE TABLE codes (
  codeHash TEXT PRIMARY KEY, organisationId TEXT NOT NULL, launchId TEXT NOT NULL, expiresAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX codes_expiry ON codes (expiresAt);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, launchId TEXT NOT NULL,
  accessHash TEXT NOT NULL UNIQUE, accessExpiresAt INTEGER NOT NULL,
  previousAccessHash TEXT NOT NULL, previousAccessExpiresAt INTEGER NOT NULL,
  refreshHash TEXT NOT NULL, previousRefreshHash TEXT NOT NULL, previousRefreshUntil INTEGER NOT NULL,
  idleExpiresAt INTEGER NOT NULL, absoluteExpiresAt INTEGER NOT NULL, revoked INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_previous ON sessions (previousAccessHash) WHERE previousAccessHash <> '';
CREATE INDEX sessions_idle ON sessions (idleExpiresAt);
CREATE INDEX sessions_absolute ON sessions (absoluteExpiresAt);
-- Every refresh hash a session ever had: later reuse of any of them must be seen.
CREATE TABLE refreshHashes (
  refreshHash TEXT PRIMARY KEY, sessionId TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX refreshHashes_session ON refreshHashes (sessionId);

CREATE TABLE attempts (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, platformId TEXT NOT NULL, registrationId TEXT NOT NULL,
  studyId TEXT NOT NULL, personId TEXT NOT NULL, resourceLinkId TEXT NOT NULL, practice INTEGER NOT NULL,
  number INTEGER NOT NULL, seed INTEGER NOT NULL, form TEXT NOT NULL, bankVersion INTEGER NOT NULL, createdAt INTEGER NOT NULL,
  head INTEGER NOT NULL, progress TEXT NOT NULL,
  UNIQUE (organisationId, personId, resourceLinkId, practice, number)
) STRICT;
CREATE INDEX attempts_link ON attempts (organisationId, resourceLinkId, createdAt, id) WHERE practice = 0;

CREATE TABLE entries (
  organisationId TEXT NOT NULL, attemptId TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
  logSeq INTEGER NOT NULL, entry TEXT NOT NULL, sealed TEXT,
  PRIMARY KEY (attemptId, logSeq)
) STRICT, WITHOUT ROWID;

-- position: order of arrival, never given twice; a destination remembers how far it has come.
CREATE TABLE statements (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, organisationId TEXT NOT NULL,
  studyId TEXT NOT NULL, attemptId TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
  logSeq INTEGER NOT NULL, part INTEGER NOT NULL, tier INTEGER NOT NULL, bytes TEXT NOT NULL,
  createdAt INTEGER NOT NULL,
  UNIQUE (attemptId, logSeq, part)
) STRICT;
CREATE INDEX statements_study ON statements (organisationId, studyId, position);

CREATE TABLE destinations (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, studyId TEXT NOT NULL, endpoint TEXT NOT NULL,
  sealedCredentials TEXT NOT NULL, purpose TEXT NOT NULL, tier INTEGER NOT NULL, version TEXT NOT NULL,
  status TEXT NOT NULL, pausedBecause TEXT NOT NULL, notBefore INTEGER NOT NULL, failures INTEGER NOT NULL,
  createdAt INTEGER NOT NULL
) STRICT;

-- How far statements became deliveries, for which study and tier that holds, and how many were sent.
CREATE TABLE deliveryProgress (
  destinationId TEXT PRIMARY KEY, organisationId TEXT NOT NULL, studyId TEXT NOT NULL, tier INTEGER NOT NULL,
  position INTEGER NOT NULL, sent INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  position INTEGER NOT NULL REFERENCES statements (position) ON DELETE CASCADE, destinationId TEXT NOT NULL,
  organisationId TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, nextAt INTEGER NOT NULL,
  lastError TEXT NOT NULL, holder TEXT, leasedUntil INTEGER NOT NULL,
  PRIMARY KEY (position, destinationId)
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_pending ON deliveries (destinationId, position) WHERE state = 'pending';
CREATE INDEX deliveries_dead ON deliveries (destinationId, position) WHERE state = 'dead';

-- leasedId: the intent that was leased; a newer one may have replaced it since.
CREATE TABLE grades (
  organisationId TEXT NOT NULL, personId TEXT NOT NULL, lineItemUrl TEXT NOT NULL, id TEXT NOT NULL UNIQUE,
  attemptId TEXT NOT NULL, registrationId TEXT NOT NULL, resourceLinkId TEXT NOT NULL, family TEXT NOT NULL,
  dimension TEXT, score INTEGER NOT NULL, comment TEXT NOT NULL, createdAt INTEGER NOT NULL, state TEXT NOT NULL,
  tries INTEGER NOT NULL, nextAt INTEGER NOT NULL, sentAt INTEGER, lastError TEXT NOT NULL,
  sameError INTEGER NOT NULL, pendingSince INTEGER NOT NULL, lastPostAt INTEGER, takenAttemptId TEXT,
  holder TEXT, leasedId TEXT, leasedUntil INTEGER NOT NULL,
  PRIMARY KEY (organisationId, personId, lineItemUrl)
) STRICT;
CREATE INDEX grades_pending ON grades (nextAt) WHERE state = 'pending';
CREATE INDEX grades_attempt ON grades (organisationId, attemptId);
CREATE INDEX grades_link ON grades (organisationId, resourceLinkId, createdAt, id);
CREATE INDEX grades_state ON grades (organisationId, state, createdAt, id);
CREATE INDEX grades_leased ON grades (holder) WHERE holder IS NOT NULL;

CREATE TABLE invitations (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, secretHash TEXT NOT NULL UNIQUE, platformName TEXT NOT NULL,
  platformId TEXT, expectedHost TEXT, withNames INTEGER NOT NULL, privateHosts TEXT NOT NULL, createdAt INTEGER NOT NULL,
  expiresAt INTEGER NOT NULL, state TEXT NOT NULL, registrationId TEXT
) STRICT;
CREATE INDEX invitations_order ON invitations (organisationId, createdAt, id);

CREATE TABLE audit (
  id TEXT PRIMARY KEY, organisationId TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
  subject TEXT NOT NULL, details TEXT NOT NULL
) STRICT;
CREATE INDEX audit_order ON audit (organisationId, at, id);
-- Append-only, whoever writes to the file by this program's schema.
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE ltiRows (
  id INTEGER PRIMARY KEY, collection TEXT NOT NULL, fields TEXT NOT NULL, uniqueKey TEXT NOT NULL,
  value TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ltiRows_unique ON ltiRows (collection, uniqueKey) WHERE uniqueKey <> '';
CREATE INDEX ltiRows_collection ON ltiRows (collection);
CREATE INDEX ltiRows_expiry ON ltiRows (expiresAt) WHERE expiresAt > 0;
CREATE TABLE ltiFields (
  collection TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
  rowId INTEGER NOT NULL REFERENCES ltiRows (id) ON DELETE CASCADE,
  PRIMARY KEY (collection, name, value, rowId)
) STRICT, WITHOUT ROWID;
CREATE INDEX ltiFields_row ON ltiFields (rowId);
`;
