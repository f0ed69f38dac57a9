import { findView, thingTypes } from '../actions/action-drafts.ts';
import type { Activity, Label } from '../statement.ts';
import {
  assessmentActivity,
  itemActivity,
  objectActivity,
  offerActivity,
  policyActivity,
  scenarioActivity,
  viewActivity,
} from '../activities.ts';
import { base, profileId, profileVersionId } from '../vocabulary.ts';
import { profile } from './profile.ts';
import { typeTerms } from './dictionary.ts';

export interface Description {
  readonly iri: string;
  readonly kind:
    'Profile' | 'Verb' | 'ActivityType' | 'Extension' | 'StatementTemplate' | 'Pattern' | 'Activity';
  readonly label: Label;
  readonly meaning: Label;
  readonly json: object;
}

export interface KnownContent {
  readonly hasForm: (form: string, bankVersion: number) => boolean;
  readonly hasScenario: (scenario: string, worldVersion: number) => boolean;
}

export function describe(iri: string, known: KnownContent): Description | undefined {
  if (iri === profileId || iri === profileVersionId) {
    const { prefLabel: label, definition: meaning } = profile;
    return { iri, kind: 'Profile', label, meaning, json: profile };
  }
  return describePart(iri) ?? describeActivity(iri, known);
}

function describePart(iri: string): Description | undefined {
  const part = [...profile.concepts, ...profile.templates, ...profile.patterns].find(({ id }) => id === iri);
  if (part === undefined) return undefined;
  const json = { '@context': profile['@context'], ...part };
  if (part.type === 'Activity') {
    const { name: label, description: meaning } = part.activityDefinition;
    return { iri, kind: 'Activity', label, meaning, json };
  }
  const name = iri.slice(iri.lastIndexOf('/') + 1);
  const { prefLabel: label = { en: name, fr: name } } = part;
  const { definition: meaning = profile.definition } = part;
  return {
    iri,
    kind: part.type.endsWith('Extension') ? 'Extension' : (part.type as Description['kind']),
    label,
    meaning,
    json,
  };
}

function describeActivity(iri: string, known: KnownContent): Description | undefined {
  const path = iri.startsWith(`${base}activities/`) ? iri.slice(`${base}activities/`.length) : '';
  const activity = [assessmentAt, scenarioAt, itemAt, viewAt, policyAt]
    .map((find) => find(path, known))
    .find((found) => found?.id === iri);
  if (activity === undefined) return undefined;
  const { type, name, ...rest } = activity.definition;
  const meaning = typeTerms.find((term) => term.iri === type)?.meaning ?? name;
  const json = {
    '@context': 'https://w3id.org/xapi/profiles/activity-context',
    id: iri,
    type,
    name,
    description: meaning,
    ...rest,
  };
  return { iri, kind: 'Activity', label: name, meaning, json };
}

type Find = (path: string, known: KnownContent) => Activity | undefined;

const assessmentAt: Find = (path, known) => {
  const [, form = '', version = ''] = /^assessments\/([^/]+)\/v(\d+)$/.exec(path) ?? [];
  const bankVersion = Number(version);
  return known.hasForm(form, bankVersion) ? assessmentActivity({ form, bankVersion }) : undefined;
};

const scenarioAt: Find = (path, known) => {
  const match = /^scenarios\/([^/]+)\/v(\d+)(?:\/objects\/([^/]+)\/([^/]+))?$/.exec(path);
  const [, scenario = '', version = '', kind, id] = match ?? [];
  const worldVersion = Number(version);
  if (!known.hasScenario(scenario, worldVersion)) return undefined;
  const scene = { sceneId: '', scenario, worldVersion, scoringVersion: 0 };
  if (kind === undefined || id === undefined) return scenarioActivity(scene);
  const type = thingTypes.get(kind);
  return type === undefined ? undefined : objectActivity(scene, { kind, type }, id);
};

const itemAt: Find = (path, known) => {
  const [, scenario = '', item = '', version = ''] = /^items\/([^/]+)\/([^/]+)\/v(\d+)$/.exec(path) ?? [];
  const worldVersion = Number(version);
  if (!known.hasScenario(scenario, worldVersion)) return undefined;
  return itemActivity({ sceneId: '', scenario, worldVersion, scoringVersion: 0 }, item);
};

const viewAt: Find = (path) => {
  const [, app = '', view = ''] = /^apps\/([^/]+)\/views\/([^/]+)$/.exec(path) ?? [];
  const name = findView(app, view);
  return name === undefined ? undefined : viewActivity(app, view, name);
};

const policyAt: Find = (path) => {
  if (path === 'offers/helper') return offerActivity('helper');
  const [, policy, version = ''] = /^policies\/(notice|research)\/([^/]+)$/.exec(path) ?? [];
  return policy === 'notice' || policy === 'research' ? policyActivity(policy, version) : undefined;
};
