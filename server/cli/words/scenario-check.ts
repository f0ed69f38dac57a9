/** The last line of `scenario check`. */
import type { OperatorLanguage } from '../../base/operator-language.ts';
import { counted, plural } from '../../base/plural.ts';

interface ScenarioCheckWords {
  readonly leftOut: (errors: number) => string;
  readonly sound: (versions: number) => string;
}

export const scenarioCheckWords: Readonly<Record<OperatorLanguage, ScenarioCheckWords>> = {
  fr: {
    leftOut: (errors) =>
      `${counted('fr', errors, { one: 'constat', other: 'constats' })} à corriger; ces scènes ne se jouent pas`,
    sound: (versions) =>
      `${counted('fr', versions, { one: 'version de scène', other: 'versions de scènes' })} sans constat à corriger`,
  },
  en: {
    leftOut: (errors) =>
      `${counted('en', errors, { one: 'error', other: 'errors' })}; scenarios with errors are left out`,
    sound: (versions) =>
      `${versions} ${plural('en', versions, { one: 'scenario version is', other: 'scenario versions are' })} valid`,
  },
};
