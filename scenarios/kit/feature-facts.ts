import type { TextFeatures } from './log.ts';
import { type FactType, partOf } from './observed.ts';

export class FeatureFacts {
  readonly yes: boolean;
  readonly no: boolean;
  readonly time: boolean;
  readonly greeting: boolean;
  readonly thanks: boolean;
  readonly name: boolean;
  readonly says: readonly string[];

  constructor(features: TextFeatures) {
    this.yes = features.yes === true;
    this.no = features.no === true;
    this.time = features.time === true;
    this.greeting = features.greeting === true;
    this.thanks = features.thanks === true;
    this.name = features.name === true;
    this.says = Object.entries(features).flatMap(([name, found]) => (found ? [name] : []));
  }
}

export const featureFactType: FactType = {
  name: 'Features',
  ctor: FeatureFacts,
  fields: {
    yes: partOf('bool', 'Un oui.', 'A yes.'),
    no: partOf('bool', 'Un non.', 'A no.'),
    time: partOf('bool', 'Une heure.', 'A time.'),
    greeting: partOf('bool', 'Une salutation.', 'A greeting.'),
    thanks: partOf('bool', 'Un merci.', 'Thanks.'),
    name: partOf('bool', 'Un nom.', 'A name.'),
    says: partOf(
      'list<string>',
      'Noms de tout ce que dit le texte, dont `code`, `link` et les groupes de mots clés du scénario.',
      'Names of all that the text says, `code`, `link` and the scenario’s keyword groups among them.',
    ),
  },
};
