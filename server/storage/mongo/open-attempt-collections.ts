import type { GradeIntent } from '../ports/grades.ts';
import { openAttempts, openBatches } from './attempt-rows.ts';
import type { MongoDatabase } from './database.ts';
import { type DeliveryRows, openDeliveries } from './delivery-rows.ts';
import type { AttemptCollections } from './store-batch.ts';
import { openGrades, recordGrade } from './grades.ts';

export function openAttemptCollections(
  database: MongoDatabase,
  grades = openGrades(database),
): AttemptCollections & DeliveryRows {
  return {
    ...openDeliveries(database),
    attempts: openAttempts(database),
    batches: openBatches(database),
    recordGrade: (intent: GradeIntent) => recordGrade(grades, intent),
    clock: Date.now,
  };
}
