import type { Person, PersonsPort } from '../ports/persons.ts';
import type { LinkName, ResourceLink, ResourceLinksPort } from '../ports/resource-links.ts';
import { hasSettings } from '../has-settings.ts';
import { personRow, resourceLinkRow } from '../shapes/persons.ts';
import { type AllOf, atMost } from './conditions.ts';
import type { MongoDatabase } from './database.ts';
import { ensureRow } from './rows.ts';
import { persons, resourceLinks } from './schemas/launches.ts';

/** Within this time messages may arrive in the wrong order. */
const settledMs = 60_000;

export function createPersons(database: MongoDatabase): PersonsPort {
  const rows = database.collection(persons, personRow);
  return {
    ensure: (person) => ensureRow(rows, bySubject(person), person),
    findBySubject: (subject) => rows.find(bySubject(subject)),
    find: (organisationId, personId) => rows.find({ _id: personId, organisationId }),
    findKey: async (organisationId, personId) =>
      (await rows.find({ _id: personId, organisationId }))?.sealedKey,
  };
}

type Subject = Pick<Person, 'organisationId' | 'platformId' | 'deploymentId' | 'subject'>;

function bySubject({ organisationId, platformId, deploymentId, subject }: Subject): AllOf {
  return { organisationId, platformId, deploymentId, subject };
}

export function createResourceLinks(database: MongoDatabase): ResourceLinksPort {
  const rows = database.collection(resourceLinks, resourceLinkRow);
  const setGrade = async (known: ResourceLink, { grade }: ResourceLink): Promise<ResourceLink> => {
    if (known.grade !== null || grade === null) return known;
    return (await rows.changeOne({ _id: known.id, grade: null }, { $set: { grade } })) ?? known;
  };
  return {
    async ensure(link) {
      const found = await ensureRow(rows, byName(link), link);
      const known = await setGrade(found, link);
      // Most launches of a classroom change nothing.
      const isRecent = link.updatedAt - known.updatedAt < settledMs;
      if (known.title === link.title && isRecent && hasSettings(known, link)) return known;
      const { title, updatedAt, settings } = link;
      // An older message must not restore an older title.
      const refreshed = await rows.changeOne(
        { _id: known.id, updatedAt: atMost(updatedAt) },
        { $set: { title, updatedAt, ...(settings === null ? {} : { settings }) } },
      );
      return refreshed ?? (await rows.find({ _id: known.id })) ?? known;
    },
    find: (organisationId, id) => rows.find({ _id: id, organisationId }),
    findByName: (name) => rows.find(byName(name)),
    listOfCourse: ({ organisationId, platformId, deploymentId, contextId }, limit) =>
      rows.list({ organisationId, platformId, deploymentId, contextId }, { resourceLinkId: 1 }, limit),
    chooseGrade: async (organisationId, id, grade) =>
      (await rows.change({ _id: id, organisationId }, { $set: { grade } })) > 0,
    chooseColumn: async (organisationId, id, columnUrl) =>
      (await rows.change({ _id: id, organisationId }, { $set: { columnUrl } })) > 0,
    listByTitle: ({ organisationId, platformId, deploymentId, contextId, title }, limit) =>
      rows.list({ organisationId, platformId, deploymentId, contextId, title }, { resourceLinkId: 1 }, limit),
  };
}

function byName(link: LinkName): AllOf {
  const { organisationId, platformId, deploymentId, contextId, resourceLinkId } = link;
  return { organisationId, platformId, deploymentId, contextId, resourceLinkId };
}
