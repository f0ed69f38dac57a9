/** Log entries for tests: one sample of each kind and action, and arbitrary whole logs. */
import fc from 'fast-check';
import type {
  AttemptAction,
  LogEntry,
  LogEvent,
  ProcessIndicators,
  SceneRef,
  SceneResult,
} from '../../../scenarios/kit/log.ts';
import type { Measure } from '../../../scenarios/kit/measurement-types.ts';
import type { WorldAction } from '../../../scenarios/world/types.ts';
import { sampleMeasure } from '../../contract/storage/sample-attempts.ts';
import { draftsOf } from '../../../xapi/events.ts';
import { allActionSamples } from '../../support/action-samples.ts';
import type { StatementContext } from '../../support/statements.ts';

export const attemptId = '0190c1f2-7f3a-7c11-9a53-7b1f5f5a0c01';

export const contextWithoutStart: StatementContext = {
  attemptId,
  attemptNumber: 1,
  form: 'demo',
  bankVersion: 1,
  language: 'fr',
  actor: { homePage: 'https://example.org/studies/s1', name: 'f3a9c0d4e5' },
  courseId: 'c0ffee',
  build: '0.1.0',
};

export const context: StatementContext = { ...contextWithoutStart, startedAt: Date.UTC(2026, 10, 24, 15) };

export const scene: SceneRef = { sceneId: '1', scenario: 's02-inbox', worldVersion: 1, scoringVersion: 2 };

/** What a person might type; must be found in no statement. */
export const typed = 'Bonjour Nadia, je peux venir à 17 h. Ginette Tremblay 514 555-0199';

const worldActions: readonly WorldAction[] = [
  { app: 'desk', type: 'open-app', target: 'files' },
  { app: 'desk', type: 'help', topic: 'reply', step: 2 },
  { app: 'desk', type: 'listen', target: 'mail:message:m3' },
  { app: 'desk', type: 'undo' },
  { app: 'desk', type: 'done' },
  { app: 'desk', type: 'skip' },
  { app: 'mail', type: 'folder', folder: 'drafts' },
  { app: 'mail', type: 'open', messageId: 'm3' },
  { app: 'mail', type: 'close' },
  { app: 'mail', type: 'compose' },
  { app: 'mail', type: 'reply', messageId: 'm3' },
  { app: 'mail', type: 'reply-all', messageId: 'm3' },
  { app: 'mail', type: 'forward', messageId: 'm3' },
  { app: 'mail', type: 'report', messageId: 'm3' },
  { app: 'mail', type: 'keep', messageId: 'm3' },
  { app: 'mail', type: 'delete', messageId: 'm3' },
  { app: 'mail', type: 'preview-link', linkId: 'l1' },
  { app: 'mail', type: 'open-link', linkId: 'l1' },
  { app: 'mail', type: 'open-draft', draftId: 'd1' },
  { app: 'mail', type: 'leave-draft' },
  { app: 'mail', type: 'delete-draft' },
  { app: 'mail', type: 'add-recipient', contactId: 'c2' },
  { app: 'mail', type: 'remove-recipient', contactId: 'c2' },
  { app: 'mail', type: 'add-phrase', phraseId: 'p1' },
  { app: 'mail', type: 'remove-phrase', phraseId: 'p1' },
  { app: 'mail', type: 'write', typed },
  { app: 'mail', type: 'preview', attachmentId: 'a1' },
  { app: 'mail', type: 'send' },
  { app: 'files', type: 'save-attachment', attachmentId: 'a1', folderId: 'f2' },
  { app: 'browser', type: 'open', pageId: 'p1', via: 'result', rank: 2 },
  { app: 'browser', type: 'open-in-new-tab', pageId: 'p1', via: 'link', rank: 0 },
  { app: 'browser', type: 'search', typed },
  { app: 'browser', type: 'home' },
  { app: 'browser', type: 'back' },
  { app: 'browser', type: 'forward' },
  { app: 'browser', type: 'new-tab' },
  { app: 'browser', type: 'select-tab', tabId: 't0' },
  { app: 'browser', type: 'close-tab', tabId: 't0' },
  { app: 'browser', type: 'note-choose', choiceId: 'h1' },
  { app: 'browser', type: 'note-source', pageId: 'p1' },
  { app: 'browser', type: 'note-send' },
  { app: 'browser', type: 'find-in-page', found: true },
  { app: 'browser', type: 'submit-data', pageId: 'p1', blockId: 'b1', fields: ['name', 'card'] },
  { app: 'sheet', type: 'enter-number', row: 'r5', column: 'hours', number: '5' },
  { app: 'sheet', type: 'enter-formula', row: 'b1', column: 'hours', formula: 'SUM(E2:E13)' },
  { app: 'sheet', type: 'write', row: 'r5', column: 'hours', typed },
  { app: 'sheet', type: 'clear', row: 'r5', column: 'hours' },
  { app: 'sheet', type: 'sum', row: 'b1', column: 'hours' },
  { app: 'sheet', type: 'sort', column: 'date', scope: 'table', direction: 'up' },
  { app: 'sheet', type: 'sort', column: 'date', scope: 'column', direction: 'down' },
  { app: 'sheet', type: 'flag', row: 'r2' },
  { app: 'sheet', type: 'unflag', row: 'r2' },
  { app: 'sheet', type: 'answer', questionId: 'q1', choice: 'mon' },
  { app: 'sign-in', type: 'copy', what: 'user-name' },
  { app: 'sign-in', type: 'keep', on: false },
  { app: 'sign-in', type: 'keep', on: true },
  { app: 'sign-in', type: 'sign-in', userName: 'email', password: 'card' },
  { app: 'sign-in', type: 'set-password', secret: null, again: 'same' },
  {
    app: 'sign-in',
    type: 'set-password',
    secret: {
      version: 1,
      length: '12-to-15',
      name: true,
      year: true,
      common: false,
      temporary: false,
      code: false,
    },
    again: 'same',
  },
  { app: 'sign-in', type: 'choose-card', cardId: 'k1' },
  { app: 'sign-in', type: 'enter-code', code: 'received' },
  { app: 'sign-in', type: 'sign-out' },
  { app: 'practice', type: 'press', stepId: 'point', thingId: 't1' },
  { app: 'practice', type: 'miss', stepId: 'point' },
  { app: 'practice', type: 'go-on', stepId: 'open' },
  { app: 'practice', type: 'enter', stepId: 'type', reading: 'other' },
  { app: 'practice', type: 'erase', stepId: 'undo' },
  { app: 'practice', type: 'use', stepId: 'pause', tool: 'pause' },
  { app: 'practice', type: 'pass', stepId: 'scroll' },
  { app: 'phone', type: 'open', conversationId: 'c1' },
  { app: 'phone', type: 'close' },
  { app: 'phone', type: 'add-phrase', phraseId: 'p1' },
  { app: 'phone', type: 'remove-phrase', phraseId: 'p1' },
  { app: 'phone', type: 'write', typed },
  { app: 'phone', type: 'send' },
  { app: 'phone', type: 'copy-code', messageId: 's1' },
  { app: 'phone', type: 'report', messageId: 's1' },
  { app: 'phone', type: 'keep', messageId: 's1' },
  { app: 'phone', type: 'delete', messageId: 's1' },
  { app: 'phone', type: 'preview-link', messageId: 's1' },
  { app: 'phone', type: 'open-link', messageId: 's1' },
  { app: 'files', type: 'open-folder', folderId: 'trash' },
  { app: 'files', type: 'open-file', fileId: 'w3' },
  { app: 'files', type: 'close-file' },
  { app: 'files', type: 'search', typed },
  { app: 'files', type: 'leave-search' },
  { app: 'files', type: 'sort', by: 'changed', descending: true },
  { app: 'files', type: 'rename', itemId: 'w3', typed },
  { app: 'files', type: 'move', itemId: 'w3', folderId: 'f2' },
  { app: 'files', type: 'cut', itemId: 'w3' },
  { app: 'files', type: 'paste', folderId: 'f2' },
  { app: 'files', type: 'delete', itemId: 'w3' },
  { app: 'files', type: 'restore', itemId: 'w3' },
  { app: 'files', type: 'delete-for-good', itemId: 'w3' },
  { app: 'files', type: 'empty-trash' },
  { app: 'files', type: 'create', what: 'folder', folderId: 'f2', typed },
  { app: 'form', type: 'open', siteId: 's1', via: 'result' },
  { app: 'form', type: 'start' },
  { app: 'form', type: 'search' },
  { app: 'form', type: 'review' },
  { app: 'form', type: 'send' },
  { app: 'form', type: 'fill', fieldId: 'n1', typed, reading: 'well-formed' },
  { app: 'form', type: 'choose', fieldId: 'n5', choice: 'a' },
  { app: 'form', type: 'fill-secret', fieldId: 'n6', filled: true },
  { app: 'form', type: 'fill-secret', fieldId: 'n6', filled: false },
  { app: 'form', type: 'attach', fieldId: 'n7', fileId: 'f1' },
  { app: 'form', type: 'detach', fieldId: 'n7' },
  { app: 'form', type: 'mend', fieldId: 'n3' },
  { app: 'form', type: 'keep', how: 'copy' },
  { app: 'form', type: 'note', typed, reading: 'as-on-card' },
];

/** What the samples lack is made from the schemas, so that every app has its part. */
const furtherActions = allActionSamples.filter(
  ({ app, type }) => !worldActions.some((sample) => sample.app === app && sample.type === type),
);

const frameActions: readonly AttemptAction[] = [
  { app: 'frame', type: 'language', language: 'en' },
  { app: 'frame', type: 'pause', cause: 'button' },
  { app: 'frame', type: 'resume' },
  { app: 'frame', type: 'end' },
  { app: 'frame', type: 'setting', name: 'text-size', value: '150' },
  { app: 'frame', type: 'assist' },
  { app: 'frame', type: 'helper-offer', answer: 'accepted' },
  { app: 'frame', type: 'helper-offer', answer: 'declined' },
  { app: 'frame', type: 'input', mode: 'touch' },
  { app: 'frame', type: 'device', motion: 'reduced', zoom: '200', contrast: 'forced' },
  { app: 'frame', type: 'hidden', ms: 61_000 },
];

const process: ProcessIndicators = {
  totalMs: 301_234,
  firstActionMs: 4_200,
  actions: 31,
  undos: 2,
  helps: 3,
  readAlouds: 1,
  assists: 2,
  appSwitches: 4,
  backtracks: 2,
  pauses: 1,
  idleMs: 12_000,
  hiddenMs: 61_000,
  inputModes: ['keyboard', 'mouse'],
  device: { motion: 'reduced', zoom: '200', contrast: 'forced' },
  variantSeed: 3,
  bankVersion: 1,
};

export const sceneResult: SceneResult = {
  rules: [
    { rule: 'e1', item: 's02-com', fired: true, shown: false, points: 1 },
    { rule: 'e2', item: 's02-com', fired: true, shown: true, points: 0 },
    { rule: 'e5', item: 's02-out', fired: false, shown: false, points: 0 },
  ],
  items: [
    { item: 's02-com', dimension: 'COM', points: 1, max: 4, skipped: false },
    { item: 's02-out', dimension: 'OUT', points: 0, max: 2, skipped: true },
  ],
  misconceptions: ['answers-everyone'],
};

/** The scene's rules were at version 1 when it ended. */
function rescored(measure: Measure | null, score: number | null): LogEvent {
  const ended = { logSeq: 7, scoringVersion: 1 };
  return { kind: 'rescored', results: [{ scene, how: 'done', result: sceneResult, ended }], measure, score };
}

const time = { actionSeq: 4, tMs: 2_310, clientAt: 1_000 };

export const events: readonly LogEvent[] = [
  { kind: 'launched', language: 'fr' },
  { kind: 'notice-accepted', noticeVersion: '1', research: 'not-asked' },
  { kind: 'notice-accepted', noticeVersion: '1', research: 'given' },
  { kind: 'notice-accepted', noticeVersion: '1', research: 'refused' },
  { kind: 'notice-accepted', noticeVersion: '1', research: 'withdrawn' },
  { kind: 'opened', first: true, tMs: 12 },
  { kind: 'opened', first: false, tMs: 15 },
  { kind: 'scene-started', scene },
  ...[...worldActions, ...furtherActions].map((action): LogEvent => ({
    kind: 'action',
    scene,
    action,
    ...time,
  })),
  ...worldActions.map((action): LogEvent => ({
    kind: 'rejected',
    scene,
    action,
    code: 'world.ended',
    ...time,
  })),
  ...frameActions.map((action): LogEvent => ({ kind: 'frame', scene, action, ...time })),
  ...frameActions.map((action): LogEvent => ({ kind: 'frame', scene: null, action, ...time })),
  { kind: 'scene-ended', scene, how: 'done', activeMs: 301_234, result: sceneResult, process },
  { kind: 'scene-ended', scene, how: 'skipped', activeMs: 0, result: null },
  { kind: 'scene-ended', scene, how: 'left', activeMs: 86_400_000, result: sceneResult },
  { kind: 'finished', how: 'form-done', score: 50 },
  { kind: 'finished', how: 'form-done', score: 59, measure: sampleMeasure },
  { kind: 'finished', how: 'learner', score: null, measure: null },
  rescored(sampleMeasure, 59),
  rescored(null, null),
  { kind: 'abandoned', lastAt: Date.UTC(2026, 10, 24, 15, 30) },
  { kind: 'reopened' },
  { kind: 'invalidated', reason: 'other-person' },
  { kind: 'reinstated' },
];

/** Numbers the events and places them in time as the log's writer must. */
export function asLog(of: readonly LogEvent[], gapsMs: readonly number[] = []): LogEntry[] {
  let next = Date.UTC(2026, 10, 24, 15, 4, 5, 678);
  return of.map((event, index) => {
    const at = next + (gapsMs[index] ?? 0);
    next = at + draftsOf(event, 0, { form: '', bankVersion: 0 }).length;
    return { logSeq: index + 1, epoch: 1, at, receivedAt: at, ...event };
  });
}

/** Texts that stand out, so that a leak is seen: never part of any label or id of ours. */
const secretText = fc
  .array(fc.constantFrom('ZQX', 'été', 'ñandú', '514-555', 'jean@exemple.ca', ' ', '"', '\n', '🙂'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => `ZQXSECRET${parts.join('')}`);

const id = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
  secretText.map((text) => `${text} `),
);

const arbitraryAction: fc.Arbitrary<WorldAction> = fc
  .record({ sample: fc.constantFrom(...worldActions), id, typed: secretText })
  .map(({ sample, id: anyId, typed: text }) => {
    const given = { ...sample };
    for (const key of [
      'topic',
      'messageId',
      'draftId',
      'contactId',
      'phraseId',
      'attachmentId',
      'folderId',
      'pageId',
      'tabId',
      'blockId',
      'row',
      'column',
      'formula',
      'questionId',
      'choice',
      'conversationId',
      'siteId',
      'fieldId',
      'fileId',
      'itemId',
      'choiceId',
      'cardId',
    ]) {
      if (key in given) Object.assign(given, { [key]: anyId });
    }
    if ('typed' in given) return { ...given, typed: text };
    return given.app === 'desk' && given.type === 'listen' ? { ...given, target: anyId } : given;
  });

const actionTime = { actionSeq: fc.nat(), tMs: fc.nat(), clientAt: fc.nat() };

const arbitraryResult: fc.Arbitrary<SceneResult> = fc.record({
  rules: fc.array(
    fc.record({
      rule: fc.stringMatching(/^e[1-9]$/),
      item: fc.constantFrom('i1', 'i2'),
      fired: fc.boolean(),
      shown: fc.boolean(),
      points: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 8 },
  ),
  items: fc.uniqueArray(
    fc.record({
      item: fc.constantFrom('i1', 'i2', 'i3'),
      dimension: fc.constantFrom('OUT', 'INF', 'COM', 'PRO', 'SEC', 'RES'),
      points: fc.double({ min: -1, max: 9, noNaN: true }),
      // Nothing to earn is no item: the schema of evidence wants a point at least.
      max: fc.integer({ min: 1, max: 6 }),
      skipped: fc.boolean(),
    }),
    { selector: ({ item }) => item, maxLength: 3 },
  ),
  misconceptions: fc.array(secretText, { maxLength: 2 }),
});

const arbitraryEvent: fc.Arbitrary<LogEvent> = fc.oneof(
  fc.constantFrom(...events),
  fc.record({
    kind: fc.constant('action' as const),
    scene: fc.constant(scene),
    action: arbitraryAction,
    features: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.boolean(), { maxKeys: 4 }),
    ...actionTime,
  }),
  fc.record({
    kind: fc.constant('rejected' as const),
    scene: fc.constant(scene),
    action: arbitraryAction,
    code: fc.constantFrom('world.ended' as const, 'mail.empty' as const),
    ...actionTime,
  }),
  fc.record({
    kind: fc.constant('scene-ended' as const),
    scene: fc.constant(scene),
    how: fc.constantFrom('done' as const, 'skipped' as const, 'left' as const),
    activeMs: fc.double({ min: 0, max: 1e9, noNaN: true }),
    result: fc.option(arbitraryResult),
  }),
  fc.record({
    kind: fc.constant('finished' as const),
    how: fc.constantFrom('form-done' as const, 'learner' as const),
    score: fc.option(fc.integer({ min: 1, max: 100 })),
  }),
);

export const arbitraryLog: fc.Arbitrary<LogEntry[]> = fc
  .array(fc.tuple(arbitraryEvent, fc.nat({ max: 5_000 })), { maxLength: 60 })
  .map((pairs) =>
    asLog(
      pairs.map(([event]) => event),
      pairs.map(([, gap]) => gap),
    ),
  );
