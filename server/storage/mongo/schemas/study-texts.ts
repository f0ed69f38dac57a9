import { defineCollection, nested, nullable, numbers, required, texts } from './define-collection.ts';

const inBoth = nested({ fr: required(String), en: required(String) });
const ownWords = nested({ fr: required([String]), en: required([String]) });

export const studyTexts = defineCollection({
  name: 'studyTexts',
  key: ['organisationId', 'studyId', 'revision'],
  fields: {
    ...texts('organisationId', 'studyId'),
    facts: required(
      nested({
        organisation: nullable(inBoth),
        inCharge: nullable(String),
        contact: nullable(String),
        keptMonths: nullable(Number),
        recipients: required([inBoth]),
        leavesQuebec: nullable(Boolean),
        research: nullable(
          nested({
            team: required(inBoth),
            purpose: required(inBoth),
            contact: nullable(String),
            keptMonths: nullable(Number),
            future: required(Boolean),
            background: required(Boolean),
          }),
        ),
        texts: required(
          nested({
            notice: nullable(ownWords),
            research: nullable(ownWords),
            future: nullable(ownWords),
          }),
        ),
      }),
    ),
    ...numbers('revision', 'noticeVersion', 'researchVersion', 'createdAt'),
    isClosed: required(Boolean),
  },
  indexes: [{ fields: { organisationId: 1, studyId: 1, revision: -1 } }],
});

export const studyPlaces = defineCollection({
  name: 'studyPlaces',
  key: ['organisationId', 'place'],
  fields: {
    ...texts('organisationId', 'place', 'studyId'),
    createdAt: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, studyId: 1, place: 1 } }],
});

export const consents = defineCollection({
  name: 'consents',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'studyId', 'personId', 'sealed'),
    revision: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, studyId: 1, personId: 1 }, unique: true }],
});

export const backgrounds = defineCollection({
  name: 'backgrounds',
  key: ['id'],
  fields: {
    ...texts('id', 'organisationId', 'studyId', 'personId', 'sealed'),
    revision: required(Number),
  },
  indexes: [{ fields: { organisationId: 1, studyId: 1, personId: 1 }, unique: true }],
});
