/** A profile must not redefine concepts of another vocabulary. */
import { z } from 'zod';
import type { Dimension } from '../../scenarios/kit/dimensions.ts';
import { allStatements } from '../actions/action-drafts.ts';
import { applicationActivity, dimensionRef, gameRef } from '../activities.ts';
import { extensionMeanings } from '../meanings/extension-meanings.ts';
import { typeMeanings } from '../meanings/type-meanings.ts';
import { verbMeanings } from '../meanings/verb-meanings.ts';
import type { Label } from '../statement.ts';
import {
  type ActivityTypeName,
  activityTypes,
  base,
  type ExtensionName,
  extensions,
  profileVersionId,
  verbs,
} from '../vocabulary.ts';
import type { Concept } from './profile-types.ts';

const activityContext = 'https://w3id.org/xapi/profiles/activity-context';

export const dimensionLabels: Readonly<Record<Dimension, Label>> = {
  OUT: { en: 'Devices and files', fr: 'Appareils et fichiers' },
  INF: { en: 'Find and judge information', fr: 'Chercher et juger l’information' },
  COM: { en: 'Communicate and work together', fr: 'Communiquer et travailler ensemble' },
  PRO: { en: 'Create documents and tables', fr: 'Produire des textes et des tableaux' },
  SEC: { en: 'Stay safe, protect others', fr: 'Se protéger et protéger les autres' },
  RES: { en: 'Solve problems, get things done', fr: 'Se débrouiller et faire ses démarches' },
};

export function createConcepts(): Concept[] {
  return [...verbConcepts(), ...typeConcepts(), ...extensionConcepts(), ...canonicalActivities()];
}

function verbConcepts(): Concept[] {
  return entriesOf(verbs)
    .filter(([, { id }]) => id.startsWith(base))
    .map(([name, { id, display }]) => ({
      id,
      type: 'Verb',
      inScheme: profileVersionId,
      prefLabel: display,
      definition: verbMeanings[name],
    }));
}

function typeConcepts(): Concept[] {
  return entriesOf(activityTypes)
    .filter(([, { id }]) => id.startsWith(base))
    .map(([name, { id, label }]) => ({
      id,
      type: 'ActivityType',
      inScheme: profileVersionId,
      prefLabel: label,
      definition: typeMeanings[name],
    }));
}

function extensionConcepts(): Concept[] {
  return entriesOf(extensions).map(([name, id]) => {
    const { name: prefLabel, meaning, place } = extensionMeanings[name];
    return {
      id,
      type: place === 'result' ? 'ResultExtension' : 'ContextExtension',
      inScheme: profileVersionId,
      prefLabel,
      definition: meaning,
      inlineSchema: JSON.stringify(extensionSchema(name)),
    };
  });
}

/** Draft 7. */
export function extensionSchema(name: ExtensionName): object {
  return z.toJSONSchema(extensionMeanings[name].schema, { target: 'draft-7' });
}

/** Activities that statements name by id only, or that are the same in every installation. */
function canonicalActivities(): Concept[] {
  const game: Concept = canonical(gameRef.id, 'game', { en: 'NUM+', fr: 'NUM+' }, typeMeanings.game);
  const dimensions = entriesOf(dimensionLabels).map(([dimension, label]) =>
    canonical(dimensionRef(dimension).id, 'competence', label, typeMeanings.competence),
  );
  const apps = entriesOf(allStatements).map(([app, { name }]) =>
    canonical(applicationActivity(app, name).id, 'application', name, typeMeanings.application),
  );
  return [game, ...dimensions, ...apps];
}

function canonical(id: string, type: ActivityTypeName, name: Label, description: Label): Concept {
  return {
    id,
    type: 'Activity',
    inScheme: profileVersionId,
    activityDefinition: {
      '@context': activityContext,
      type: activityTypes[type].id,
      name,
      description,
    },
  };
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][];
}
