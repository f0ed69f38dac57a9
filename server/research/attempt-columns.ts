import type { AttemptRecord } from './attempt-records.ts';
import { type Column, wordsOf } from './columns.ts';

export interface NamedRecord {
  readonly person: string;
  readonly record: AttemptRecord;
}

export const attemptColumns: readonly Column<NamedRecord>[] = [
  { name: 'person', about: { key: 'person' }, cellOf: ({ person }) => person },
  { name: 'attempt', about: { key: 'attempt' }, cellOf: ({ record }) => record.attempt.id },
  {
    name: 'attempt_number',
    about: { key: 'attempt_number' },
    cellOf: ({ record }) => record.attempt.number,
  },
  {
    name: 'started_on',
    about: { key: 'started_on' },
    cellOf: ({ record }) => new Date(record.attempt.createdAt).toISOString().slice(0, 10),
  },
  { name: 'form', about: { key: 'form' }, cellOf: ({ record }) => record.attempt.form },
  { name: 'status', about: { key: 'status' }, cellOf: ({ record }) => record.progress.status },
  { name: 'language', about: { key: 'language' }, cellOf: ({ record }) => record.progress.language },
  { name: 'consent', about: { key: 'consent' }, cellOf: ({ record }) => record.progress.research },
  {
    name: 'validity',
    about: { key: 'validity' },
    cellOf: ({ record }) => record.progress.validity.state,
  },
  {
    name: 'pinned_bank',
    about: { key: 'pinned_bank' },
    cellOf: ({ record }) => record.attempt.bankVersion,
  },
];

export const playColumns: readonly Column<NamedRecord>[] = [
  {
    name: 'input',
    about: { key: 'input' },
    cellOf: ({ record }) =>
      wordsOf(record.scenes.flatMap(({ process }) => process?.inputModes ?? [])) || null,
  },
  {
    name: 'adaptations',
    about: { key: 'adaptations' },
    cellOf: ({ record }) => record.progress.adaptations.join(' '),
  },
];
