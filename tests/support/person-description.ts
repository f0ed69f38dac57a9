/** What « Mes données » tells of somebody who played one activity twice. */
import { type Description, keptKinds, type PlayedAttempt } from '../../server/own-data/description.ts';

const at = Date.parse('2026-03-01T15:05:00Z');
const later = at + 3 * 86_400_000;

const first: PlayedAttempt = {
  number: 1,
  practice: false,
  keptMonths: 24,
  startedAt: at,
  endedAt: later,
  result: {
    kind: 'level',
    overall: { level: 3, between: null, from: 40, at: 60, to: 70 },
    dimensions: [{ dimension: 'SEC', level: 2, between: 3, from: 30, at: 48, to: 60 }],
    skipped: 0,
    change: null,
  },
  hasProvisional: false,
  scenes: [
    {
      title: { fr: 'Le courriel', en: 'The mail' },
      status: 'done',
      points: { earned: 3, possible: 5 },
      actions: 34,
      typed: ['<b>Bonjour</b>'],
      at,
    },
    { title: null, status: 'skipped', points: null, actions: 1, typed: [], at },
  ],
  grades: [{ dimension: null, score: 62, state: 'sent', at: later, comment: 'NUM+ essai 1.' }],
  notes: [{ kind: 'level', updatedAt: later, text: null }],
  requests: [{ id: 'r-1', askedAt: later, text: 'Regardez, svp', answeredAt: later, answer: 'C’est fait' }],
};

const second: PlayedAttempt = {
  ...first,
  number: 2,
  startedAt: later,
  endedAt: null,
  result: { kind: 'not-over' },
  scenes: [
    {
      title: { fr: 'Le courriel', en: 'The mail' },
      status: 'open',
      points: null,
      actions: 2,
      typed: [],
      at: later,
    },
  ],
  grades: [],
  notes: [],
  requests: [],
};

export const about: Description = {
  kept: keptKinds.map((kind) => ({ kind, count: 2, first: at, last: later })),
  organisation: { fr: 'le Centre Nord', en: 'Centre Nord' },
  activities: [
    {
      name: { fr: 'Ma semaine', en: 'My week' },
      notices: [
        { at, version: '4.0' },
        { at: later, version: '5.1' },
      ],
      attempts: [first, second],
    },
  ],
  sent: [
    { host: 'store.example', purpose: 'operational', sent: 12, waiting: 1 },
    { host: 'lms.example', purpose: 'grades', sent: 1, waiting: 0 },
  ],
  opened: [{ at, by: 'staff', how: 'opened' }],
  openedCount: 1,
  keptMonths: 24,
  timeZone: 'America/Toronto',
};

export const nothing: Description = {
  ...about,
  kept: [],
  organisation: null,
  activities: [],
  sent: [],
  opened: [],
  openedCount: 0,
  keptMonths: null,
};
