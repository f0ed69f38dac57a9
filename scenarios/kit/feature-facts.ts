/** What a text says, in the words that rules are written in; the same for every app in which people write. */
import type { TextFeatures } from './log.ts';
import type { FactType } from './observed.ts';

export class FeatureFacts {
  readonly yes: boolean;
  readonly no: boolean;
  readonly time: boolean;
  readonly greeting: boolean;
  readonly thanks: boolean;
  readonly name: boolean;
  /** Names of all that the text says, `code`, `link` and the scenario's keyword groups among them. */
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

const answers = { yes: 'bool', no: 'bool', time: 'bool', greeting: 'bool', thanks: 'bool', name: 'bool' };

/** `Features` in rules. */
export const featureFactType: FactType = {
  name: 'Features',
  ctor: FeatureFacts,
  fields: { ...answers, says: 'list<string>' },
};
