/** The checks of every simulated app. */
import type { PhraseGroup } from '../world/phrases.ts';
import type { SimulatedAppId, World } from '../world/types.ts';
import type { AppChecks } from '../kit/app-check.ts';
import { browserChecks } from './browser/check.ts';
import { filesChecks } from './files/check.ts';
import { formChecks } from './form/check.ts';
import { mailChecks } from './mail/check.ts';
import { practiceChecks } from './practice/check.ts';
import { sheetChecks } from './sheet/check.ts';
import { phoneChecks } from './phone/check.ts';
import { signInChecks } from './sign-in/check.ts';

export const checksByApp: Readonly<Record<SimulatedAppId, AppChecks>> = {
  mail: mailChecks,
  files: filesChecks,
  browser: browserChecks,
  sheet: sheetChecks,
  phone: phoneChecks,
  form: formChecks,
  'sign-in': signInChecks,
  practice: practiceChecks,
};

export const allAppChecks: readonly AppChecks[] = Object.values(checksByApp);

/** The ready-made sentences of all apps of a world. */
export function listPhrases(world: World): PhraseGroup['phrases'][number][] {
  return allAppChecks
    .flatMap(({ phraseGroups }) => phraseGroups?.(world) ?? [])
    .flatMap(({ phrases }) => phrases);
}
