/** Each proof of the chaos run can fail: its message for each broken promise, and none otherwise. */
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../scenarios/kit/log.ts';
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay } from '../../../scenarios/world/scene.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { sampleAttempt, sampleProgress } from '../../contract/storage/sample-attempts.ts';
import { AttemptBook } from '../../chaos/book.ts';
import { checkEndings } from '../../chaos/proofs/check-endings.ts';
import { checkGrades, type PlayedAttempt } from '../../chaos/proofs/check-grades.ts';
import { checkLog } from '../../chaos/proofs/check-log.ts';
import { checkReceipts } from '../../chaos/proofs/check-receipts.ts';
import { checkStatements } from '../../chaos/proofs/check-statements.ts';
import { scoreByPoints, scoreOfDone } from '../../support/inbox.ts';
import { act, content, play, resultOf, world } from '../../support/s02.ts';

const scene = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 1 };
const [first = ''] = (world.mail?.messages ?? []).map(({ id }) => id);
const actions: readonly WorldAction[] = [act.open(first), act.reply(first), act.write('Oui'), act.send];

/** A log of these actions, as the tool would store it. */
function storedLog(): LogEntry[] {
  return actions.map((action, index) => ({
    kind: 'action',
    scene,
    action,
    logSeq: index + 1,
    epoch: 1,
    actionSeq: index + 1,
    at: 1_000 + index,
    receivedAt: 2_000,
    tMs: index,
    clientAt: 5_000 + index,
  }));
}

function bookOf(log: readonly LogEntry[]): AttemptBook {
  const book = new AttemptBook('attempt-1', { personId: 4, activityId: 1_000 });
  const sent = log.flatMap((entry) =>
    entry.kind === 'action' ? [{ ...entry, sceneId: entry.scene.sceneId }] : [],
  );
  const placed = sent.map(({ epoch, actionSeq, action }) => ({ epoch, actionSeq, action }));
  book.acknowledge(1, sent, sent.length, hashState(replay(world, placed)));
  return book;
}

const check = (log: readonly LogEntry[], book = bookOf(storedLog())): string[] =>
  checkLog(book, log, () => world).map(({ what }) => what);

describe('the proof of logs', () => {
  it('passes if the log has what was acknowledged', () => {
    expect(check(storedLog())).toEqual([]);
  });

  it('fails if an acknowledged action is missing', () => {
    const log = storedLog().slice(0, -1);
    expect(check(log)).toContain('acknowledged action 1/4 is lost');
  });

  it('fails if an action is stored twice, also with another number', () => {
    const [one, ...rest] = storedLog();
    const last = rest.at(-1);
    if (one === undefined || last === undefined) throw new Error('no log');
    expect(check([one, ...rest, { ...last, logSeq: 5, at: 1_010 }])).toContain('action 1/4 is stored twice');
    const again = { ...last, logSeq: 5, at: 1_010, epoch: 2 };
    expect(check([one, ...rest, again])).toContain('action 2/4 is stored twice');
  });

  it('fails if two actions are in the wrong order', () => {
    const log = storedLog();
    const [one, two, ...rest] = log;
    if (one === undefined || two === undefined) throw new Error('no log');
    const swapped = [{ ...two, logSeq: 1, at: 1_000 }, { ...one, logSeq: 2, at: 1_001 }, ...rest];
    expect(check(swapped)).toContain('acknowledged action 1/2 is out of order');
  });

  it('fails if an action was changed, or was never sent', () => {
    const log = storedLog().map((entry) =>
      entry.kind === 'action' && entry.actionSeq === 3 ? { ...entry, action: act.write('Non') } : entry,
    );
    expect(check(log)).toContain('acknowledged action 1/3 is stored as another');
    const empty = new AttemptBook('attempt-1', { personId: 4, activityId: 1_000 });
    expect(check(storedLog(), empty)).toContain('action 1/1 is stored, and nobody sent it');
  });

  it('passes whether or not an action is stored whose response never came', () => {
    const book = bookOf(storedLog().slice(0, 3));
    const last = storedLog().at(-1);
    if (last?.kind !== 'action') throw new Error('no action');
    book.giveUp(1, [{ ...last, sceneId: '1' }]);
    expect(check(storedLog(), book)).toEqual([]);
    expect(check(storedLog().slice(0, 3), book)).toEqual([]);
  });

  it('fails if the learner saw another state, for a gap, and for a response the client cannot explain', () => {
    const book = bookOf(storedLog());
    book.hashes.set('1', 'another');
    book.surprises.push('409 attempt.out-of-order');
    const found = check(
      storedLog().map((entry) => ({ ...entry, logSeq: entry.logSeq + 1 })),
      book,
    );
    expect(found).toContain('scene 1 replays to another state than the learner saw');
    expect(found).toContain('entry 1 is missing, or twice there');
    expect(found).toContain('409 attempt.out-of-order');
  });
});

describe('the proof of statements', () => {
  const statement = (id: string, word = 'x'): Record<string, unknown> => ({
    id,
    word,
    context: { registration: 'attempt-1' },
  });
  const line = (id: string): string => JSON.stringify(statement(id));
  const held = (id: string, word?: string): Record<string, unknown> => ({
    ...statement(id, word),
    stored: 'now',
    authority: {},
    version: '1.0.0',
  });
  const found = (lines: string[], statements: Record<string, unknown>[]): string[] =>
    checkStatements(lines, statements).map(({ about, what }) => `${about}: ${what}`);

  it('passes if log and record store have the same statements', () => {
    expect(found([line('a'), line('b')], [held('b'), held('a')])).toEqual([]);
  });

  it('fails if a statement is missing, unexpected, stored twice or changed', () => {
    expect(found([line('a')], [])).toEqual([
      'attempt-1: statement a is not in the store, or not as exported',
    ]);
    expect(found([], [held('a')])).toEqual(['attempt-1: statement a is in the store, and not exported']);
    expect(found([line('a')], [held('a'), held('a')])).toEqual([
      'attempt-1: statement a is twice in the store',
    ]);
    expect(found([line('a')], [held('a', 'y')])).toHaveLength(2);
  });
});

describe('the proof of receipts', () => {
  const row = (verdict: string): Parameters<typeof checkReceipts>[0][number] => ({
    attempt: 'a',
    verdict,
    found: 3,
    expected: 4,
  });

  it('requires a valid receipt for each attempt that ended', () => {
    expect(checkReceipts([row('intact')], ['a'])).toEqual([]);
    expect(checkReceipts([row('incomplete')], ['a'])).toEqual([
      { about: 'a', what: 'receipt: incomplete, 3 statements of 4' },
    ]);
    expect(checkReceipts([], ['a'])).toEqual([{ about: 'a', what: 'ended and has no receipt' }]);
  });
});

describe('the proof of grades', () => {
  const right = play(
    ...actions.slice(0, 2),
    act.write('Bonjour Nadia, oui, je peux travailler. Je peux arriver à 17 h 30.'),
    act.send,
    act.done,
  );
  const place = { personId: 4, activityId: 1_000 };

  function played(score: number | null): PlayedAttempt {
    const log: LogEntry[] = right.actions.map((action, index) => ({
      kind: 'action',
      scene,
      ...action,
      logSeq: index + 1,
      at: index,
      receivedAt: 0,
      tMs: 0,
      clientAt: 0,
    }));
    const end = { kind: 'scene-ended', scene, how: 'done', activeMs: 1, result: resultOf(right) } as const;
    return {
      attempt: { ...sampleAttempt(), id: 'a', seed: 1, form: 'demo', bankVersion: 1, number: 1 },
      progress: sampleProgress(log.length + 1, { score }),
      place,
      log: [...log, { ...end, logSeq: log.length + 1, epoch: 1, at: 99, receivedAt: 99 }],
    };
  }
  const points = resultOf(right).items.reduce((sum, item) => sum + item.points, 0);
  const score = Object.entries(scoreByPoints).find(([earned]) => Number(earned) === points)?.[1] ?? 0;
  const line = (held: number | null): Parameters<typeof checkGrades>[2][number] => ({
    userId: 4,
    itemId: 1_000,
    points: held,
  });

  it('passes if the grade is the score of log and bank', () => {
    expect(score).toBeGreaterThan(0);
    expect(checkGrades(content, [played(score)], [line(scoreOfDone)])).toEqual([]);
  });

  it('fails if the stored score or the grade differs, is missing, or was not earned', () => {
    const found = (attempts: PlayedAttempt[], held: number | null): string[] =>
      checkGrades(content, attempts, [line(held)]).map(({ what }) => what);
    expect(found([played(1)], scoreOfDone)).toEqual([`the log gives the score ${score}, stored is 1`]);
    expect(found([played(score)], 1)).toEqual([`the gradebook holds 1 for 4 in 1000, not ${scoreOfDone}`]);
    expect(found([played(score)], null)).toEqual([
      `the gradebook holds null for 4 in 1000, not ${scoreOfDone}`,
    ]);
    expect(found([], 50)).toEqual(['the gradebook holds 50 that no attempt gives']);
  });

  it('fails if the world refuses an action of the log', () => {
    const { log, ...rest } = played(score);
    const found = checkGrades(content, [{ ...rest, log: log.slice(1).toReversed() }], [line(score)]);
    expect(found.map(({ what }) => what)).toContain('the stored log cannot be scored anew');
  });

  it('fails if a scene’s stored result does not follow from its actions', () => {
    const { log, ...rest } = played(score);
    const changed = log.map((entry) =>
      entry.kind === 'scene-ended'
        ? { ...entry, result: { rules: [], items: [], misconceptions: [] } }
        : entry,
    );
    const found = checkGrades(content, [{ ...rest, log: changed }], [line(score)]);
    expect(found.map(({ what }) => what)).toContain('a scene scores anew to another result than was stored');
  });
});

describe('the proof of clean endings', () => {
  const outbox = { pending: 0, dead: 0, sent: 9, grades: { pending: 0, sent: 2, failed: 0, withdrawn: 0 } };
  const ended = { attemptId: 'a', status: 'finished', isSeen: true } as const;

  it('passes if all attempts ended and nothing is left over', () => {
    expect(checkEndings([ended], outbox, 0, [])).toEqual([]);
  });

  it('fails if an attempt is stuck or unknown, or anything is left over', () => {
    const endings = [
      { ...ended, status: 'open' } as const,
      { ...ended, isSeen: null },
      { ...ended, isSeen: false },
    ];
    const left = { ...outbox, pending: 1, dead: 2, grades: { pending: 3, sent: 0, failed: 4, withdrawn: 5 } };
    expect(checkEndings(endings, left, 6, ['serve-1']).map(({ what }) => what)).toEqual([
      'could not be brought to its end: open',
      'no learner knows this attempt',
      'ended, and its learner never heard of it',
      '1 statements never arrived',
      '2 statements were given up',
      '3 grades never arrived',
      '4 grades failed',
      '5 grades were withdrawn',
      '6 leases are left over',
      'ended by itself',
    ]);
  });
});
