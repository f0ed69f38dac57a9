/**
 * What a scene left behind, in the words that rules are written in: one set of facts per app, and what was done.
 * Derived from the final state and the log; never from a typed text. A new app is one more line in each list.
 */
import { browserFacts, browserFactTypes, type BrowserFacts } from '../apps/browser/facts.ts';
import { filesFacts, filesFactTypes, type FilesFacts } from '../apps/files/facts.ts';
import { formFacts, formFactTypes, type FormFacts } from '../apps/form/facts.ts';
import { mailFacts, mailFactTypes, type MailFacts } from '../apps/mail/facts.ts';
import { practiceFacts, practiceFactTypes, type PracticeFacts } from '../apps/practice/facts.ts';
import { sheetFacts, sheetFactTypes, type SheetFacts } from '../apps/sheet/facts.ts';
import { phoneFacts, phoneFactTypes, type PhoneFacts } from '../apps/phone/facts.ts';
import { signInFacts, signInFactTypes, type SignInFacts } from '../apps/sign-in/facts.ts';
import { featureFactType } from '../kit/feature-facts.ts';
import type { FactType, ObservedScene } from '../kit/observed.ts';

export interface Facts {
  readonly mail: MailFacts;
  readonly files: FilesFacts;
  readonly browser: BrowserFacts;
  readonly sheet: SheetFacts;
  readonly phone: PhoneFacts;
  readonly form: FormFacts;
  /** What the variant changes in every language alike, by placeholder name. */
  readonly variant: Readonly<Record<string, string>>;
  readonly signIn: SignInFacts;
  readonly practice: PracticeFacts;
  /** Kinds of the accepted actions in order, e.g. `mail.reply`. */
  readonly actions: readonly string[];
}

/** Every type that rules may speak of; a type stands behind those it is made of. */
export const factTypes: readonly FactType[] = [
  featureFactType,
  ...mailFactTypes,
  ...filesFactTypes,
  ...browserFactTypes,
  ...sheetFactTypes,
  ...phoneFactTypes,
  ...formFactTypes,
  ...signInFactTypes,
  ...practiceFactTypes,
];

/** CEL type of each variable in rules. */
export const factVariables: Readonly<Record<keyof Facts, string>> = {
  mail: 'Mail',
  files: 'Files',
  browser: 'Browser',
  sheet: 'Sheet',
  phone: 'Phone',
  form: 'Form',
  variant: 'map<string, string>',
  signIn: 'SignIn',
  practice: 'Practice',
  actions: 'list<string>',
};

/** Facts of a scene. Throws MissingFeaturesError where a text was handed over and logged without its features. */
export function factsOf(scene: ObservedScene): Facts {
  return {
    mail: mailFacts(scene),
    files: filesFacts(scene),
    browser: browserFacts(scene),
    sheet: sheetFacts(scene),
    phone: phoneFacts(scene),
    form: formFacts(scene),
    variant: scene.world.values ?? {},
    signIn: signInFacts(scene),
    practice: practiceFacts(scene),
    actions: scene.actions.map(({ action }) => `${action.app}.${action.type}`),
  };
}
