import { z } from 'zod';
import type { GradeIntent, GradesPort } from '../ports/grades.ts';
import { gradeRow, intentFields } from '../shapes/grades.ts';
import type { SqliteDatabase } from './database.ts';
import { agePage, answer, byIdIn, insertInto } from './rows.ts';

/**
 * Call it inside the append's transaction. A newer intent takes over the row, due at its own time, unless the
 * older one is being posted (GradesPort.lease).
 */
export function createGradeRecorder(database: SqliteDatabase): (intent: GradeIntent) => void {
  const intentColumns = Object.keys(intentFields.shape);
  const replaced = intentColumns.map((name) => `${name} = excluded.${name}`).join(', ');
  const record = database.command(
    `${insertInto('grades', [...Object.keys(gradeRow.shape), 'leasedUntil'])}
     ON CONFLICT (organisationId, personId, lineItemUrl) DO UPDATE SET ${replaced},
       state = excluded.state, tries = 0, nextAt = excluded.nextAt, sentAt = NULL, lastError = '',
       sameError = 0, pendingSince = excluded.pendingSince, shownScore = NULL
     WHERE excluded.createdAt >= createdAt AND NOT (state <> 'failed' AND
       attemptId = excluded.attemptId AND score = excluded.score AND comment = excluded.comment)`,
  );
  // A failed delivery keeps its retry time.
  const hasten = database.command(
    `UPDATE grades SET nextAt = min(nextAt, @dueAt)
     WHERE organisationId = @organisationId AND personId = @personId AND lineItemUrl = @lineItemUrl
       AND attemptId = @attemptId AND score = @score AND comment = @comment
       AND state = 'pending' AND lastError = ''`,
  );
  const unsent = {
    state: 'pending',
    tries: 0,
    sentAt: null,
    lastError: '',
    sameError: 0,
    lastPostAt: null,
    takenAttemptId: null,
    shownScore: null,
    leasedUntil: 0,
  };
  return ({ dueAt, ...intent }) => {
    const { organisationId, personId, lineItemUrl, attemptId, score, comment } = intent;
    hasten({ organisationId, personId, lineItemUrl, attemptId, score, comment, dueAt });
    record({ ...intent, ...unsent, nextAt: dueAt, pendingSince: Math.max(intent.createdAt, dueAt) });
  };
}

export function createGrades(database: SqliteDatabase): GradesPort {
  const lease = database.query(
    gradeRow,
    `UPDATE grades SET holder = @holder, leasedId = id, leasedUntil = @until,
       takenAttemptId = CASE WHEN leasedId = id THEN attemptId ELSE takenAttemptId END
     WHERE id IN (SELECT id FROM grades WHERE state = 'pending' AND nextAt <= @now AND leasedUntil <= @now
                  -- A time ahead of us is from before our clock was set back, and tells nothing.
                  AND (lastPostAt IS NULL OR @now - lastPostAt NOT BETWEEN 0 AND @minGapMs)
                  ORDER BY nextAt, createdAt LIMIT @limit)
     RETURNING *`,
  );
  const byId = database.query(gradeRow, byIdIn('grades', 'gradeId'));
  const byAttempt = database.query(
    gradeRow,
    `SELECT * FROM grades WHERE organisationId = @organisationId AND attemptId = @attemptId AND dimension IS NULL
     ORDER BY createdAt DESC LIMIT 1`,
  );
  const allOfAttempt = database.query(
    gradeRow,
    'SELECT * FROM grades WHERE organisationId = @organisationId AND attemptId = @attemptId ORDER BY createdAt, id',
  );
  const release = database.command(`UPDATE grades SET ${free} WHERE ${held}`);
  const record = createGradeRecorder(database);
  const ofLink = database.query(
    gradeRow,
    agePage('grades', 'organisationId = @organisationId AND resourceLinkId = @resourceLinkId'),
  );
  const ofStates = database.query(
    gradeRow,
    agePage('grades', 'organisationId = @organisationId AND state IN (SELECT value FROM json_each(@states))'),
  );
  const counts = database.query(
    z.object({ pending: z.number(), sent: z.number(), failed: z.number(), withdrawn: z.number() }),
    `SELECT count(*) FILTER (WHERE state = 'pending') AS pending,
            count(*) FILTER (WHERE state = 'sent') AS sent,
            count(*) FILTER (WHERE state = 'failed') AS failed,
            count(*) FILTER (WHERE state = 'withdrawn') AS withdrawn
     FROM grades WHERE organisationId = @organisationId`,
  );
  const again = database.command(
    `UPDATE grades SET state = 'pending', tries = 0, nextAt = 0, sentAt = NULL, lastError = '',
       sameError = 0, pendingSince = @now, shownScore = NULL
     WHERE organisationId = @organisationId AND id = @gradeId
       AND (state <> 'pending' OR (lastError <> '' AND leasedUntil <= @now))`,
  );
  const redirect = database.command(
    // What waits for its time still does.
    `UPDATE grades SET id = @nextId, state = 'pending', tries = 0, sentAt = NULL, lastError = '', sameError = 0,
       nextAt = CASE WHEN state = 'pending' AND lastError = '' THEN nextAt ELSE 0 END,
       pendingSince = @now, shownScore = NULL
     WHERE organisationId = @organisationId AND id = @gradeId`,
  );
  const restore = database.command(
    `UPDATE grades SET state = 'pending', tries = 0, nextAt = 0, lastError = '', sameError = 0, pendingSince = @now
     WHERE organisationId = @organisationId AND attemptId = @attemptId AND state = 'withdrawn'`,
  );
  return {
    restore: (organisationId, attemptId, now) => answer(() => restore({ organisationId, attemptId, now })),
    collect: () => Promise.resolve(0),
    request: (intent) =>
      answer(() => {
        database.atomically(() => {
          record(intent);
        });
      }),
    listByAttempt: (organisationId, attemptId) =>
      answer(() => allOfAttempt.list({ organisationId, attemptId })),
    lease: ({ holder, now, until, limit, minGapMs }) =>
      answer(() => lease.list({ holder, now, until, limit, minGapMs })),
    find: (organisationId, gradeId) => answer(() => byId.find({ organisationId, gradeId })),
    settle: createSettler(database),
    release: (organisationId, gradeId, holder) =>
      answer(() => {
        release({ organisationId, gradeId, holder });
      }),
    findByAttempt: (organisationId, attemptId) => answer(() => byAttempt.find({ organisationId, attemptId })),
    listByResourceLink: (organisationId, resourceLinkId, { limit, after = null }) =>
      answer(() => ofLink.list({ organisationId, resourceLinkId, limit, after })),
    list: (organisationId, { states, limit, after = null }) =>
      answer(() => ofStates.list({ organisationId, states: JSON.stringify(states), limit, after })),
    count: (organisationId) => answer(() => counts.get({ organisationId })),
    resend: (organisationId, gradeId, now) => answer(() => again({ organisationId, gradeId, now }) > 0),
    redirect: (organisationId, gradeId, { nextId, now }) =>
      answer(() => redirect({ organisationId, gradeId, nextId, now }) > 0),
  };
}

const held = 'organisationId = @organisationId AND leasedId = @gradeId AND holder = @holder';
const free = 'holder = NULL, leasedId = NULL, leasedUntil = 0';

function createSettler(database: SqliteDatabase): GradesPort['settle'] {
  const settle = database.command(
    `UPDATE grades SET state = @state, tries = tries + 1, nextAt = @nextAt, sentAt = @sentAt,
       shownScore = @shownScore,
       sameError = CASE WHEN @lastError = '' THEN 0 WHEN lastError = @lastError THEN sameError + 1 ELSE 1 END,
       lastError = @lastError
     WHERE id = @gradeId AND ${held}`,
  );
  const release = database.command(
    // Even if the grade was replaced: the next post keeps its distance (`minGapMs`).
    `UPDATE grades SET ${free}, lastPostAt = @lastPostAt, takenAttemptId = @takenAttemptId WHERE ${held}`,
  );
  return (
    organisationId,
    gradeId,
    holder,
    { state, nextAt, sentAt, lastError, lastPostAt, takenAttemptId, shownScore },
  ) =>
    answer(() => {
      const place = { organisationId, gradeId, holder };
      database.atomically(() => {
        settle({ ...place, state, nextAt, sentAt, lastError, shownScore });
        release({ ...place, lastPostAt, takenAttemptId });
      });
    });
}
