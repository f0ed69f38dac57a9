import type { TextFeatures } from './log.ts';
import { factType, partOf } from './observed.ts';

export interface FeatureFacts {
  readonly yes: boolean;
  readonly no: boolean;
  readonly time: boolean;
  readonly greeting: boolean;
  readonly thanks: boolean;
  readonly name: boolean;
  readonly polite: boolean;
  readonly timeFits: boolean;
  readonly says: readonly string[];
}

export const featuresType = factType<FeatureFacts>('Features', {
  yes: partOf('bool', 'Un oui.', 'A yes.'),
  no: partOf('bool', 'Un non.', 'A no.'),
  time: partOf('bool', 'Une heure, sans dire laquelle.', 'A time, whichever it is.'),
  greeting: partOf('bool', 'Une salutation.', 'A greeting.'),
  thanks: partOf('bool', 'Un merci.', 'Thanks.'),
  name: partOf('bool', 'Un nom.', 'A name.'),
  polite: partOf(
    'bool',
    'Une politesse : salutation, merci, s’il te plaît, excuse, nom. Avec des vocabulaires partagés seulement.',
    'A courtesy: greeting, thanks, please, apology, name. With shared vocabularies only.',
  ),
  timeFits: partOf(
    'bool',
    'L’heure va avec la réponse : ce soir-là pour un oui, un autre jour pour un non. Avec des vocabulaires partagés seulement.',
    'The time fits the answer: that evening for a yes, another day for a no. With shared vocabularies only.',
  ),
  says: partOf(
    'list<string>',
    'Noms de tout ce que dit le texte, dont `code`, `link` et les groupes de mots clés du scénario.',
    'Names of all that the text says, `code`, `link` and the scenario’s keyword groups among them.',
  ),
});

export function featureFacts(features: TextFeatures): FeatureFacts {
  const says = namesIn(features);
  const has = (name: string): boolean => says.includes(name);
  return featuresType.make({
    yes: has('yes'),
    no: has('no'),
    time: has('time'),
    greeting: has('greeting'),
    thanks: has('thanks'),
    name: has('name'),
    polite: has('polite'),
    timeFits: has('timeFits'),
    says,
  });
}

/** Names of the features that a text has. */
export function namesIn(features: TextFeatures): string[] {
  return Object.keys(features).filter((name) => features[name]);
}
