import type { AttemptRecord } from './attempt-records.ts';
import { type Column, column, wordsOf } from './columns.ts';

export interface NamedRecord {
  readonly person: string;
  readonly record: AttemptRecord;
}

export const attemptColumns: readonly Column<NamedRecord>[] = [
  column('person', ({ person }) => person),
  column('attempt', ({ record }) => record.attempt.id),
  column('attempt_number', ({ record }) => record.attempt.number),
  column('started_on', ({ record }) => new Date(record.attempt.createdAt).toISOString().slice(0, 10)),
  column('form', ({ record }) => record.attempt.form),
  column('status', ({ record }) => record.progress.status),
  column('language', ({ record }) => record.progress.language),
  column('validity', ({ record }) => record.progress.validity.state),
  column('held_for', ({ record }) => wordsOf(record.progress.heldFor) || null),
  column('pinned_bank', ({ record }) => record.attempt.bankVersion),
];

export const playColumns: readonly Column<NamedRecord>[] = [
  column(
    'input',
    ({ record }) => wordsOf(record.scenes.flatMap(({ process }) => process?.inputModes ?? [])) || null,
  ),
  column('adaptations', ({ record }) => record.progress.adaptations.join(' ')),
];
