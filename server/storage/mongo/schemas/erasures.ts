import { defineCollection, mixed, nested, nullable, numbers, required, texts } from './define-collection.ts';

export const erasures = defineCollection({
  name: 'erasures',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'kind', 'requestedBy'),
    at: required(Number),
    counts: required(mixed('One number for each kind of row.')),
    subject: nullable(
      nested({ personId: required(String), attempts: required([nested(texts('id', 'studyId'))]) }),
    ),
    sweepAt: nullable(Number),
  },
  indexes: [{ fields: { sweepAt: 1 } }],
});

export const voidings = defineCollection({
  name: 'voidings',
  key: ['destinationId', 'id'],
  fields: {
    ...texts('id', 'organisationId', 'destinationId', 'erasureId', 'bytes', 'state'),
    ...numbers('tries', 'nextAt'),
    lastError: required(String),
    holder: nullable(String),
    leasedUntil: required(Number),
  },
  indexes: [
    { fields: { destinationId: 1, state: 1, nextAt: 1 } },
    { fields: { erasureId: 1, destinationId: 1, state: 1 } },
  ],
});

/** Not moved, copied or emptied with the other collections (ADR 52). */
export const erasedPersons = defineCollection({
  name: 'erasedPersons',
  key: ['hash'],
  fields: { hash: required(String) },
  indexes: [],
});
