/** Language of commands that start the tool or work on the whole database. */
import { Option } from 'commander';
import type { OperatorLanguage } from '../base/operator-language.ts';
import { upkeepEn } from '../upkeep/upkeep.en.ts';
import { upkeepFr } from '../upkeep/upkeep.fr.ts';
import type { UpkeepTexts } from '../upkeep/upkeep-texts.ts';
import { OperatorError } from './operator-error.ts';
import { explainRefusal } from './refusal.ts';

const upkeepTexts: Readonly<Record<OperatorLanguage, UpkeepTexts>> = { fr: upkeepFr, en: upkeepEn };

export function languageOption(): Option {
  return new Option('--language <language>', 'language of the output')
    .choices(['fr', 'en'])
    .default(systemLanguage());
}

function systemLanguage(): OperatorLanguage {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('fr') ? 'fr' : 'en';
}

/** Errors are explained in that language too. */
export async function inLanguage<Result>(
  language: OperatorLanguage,
  work: (texts: UpkeepTexts) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(upkeepTexts[language]);
  } catch (error) {
    const said = explainRefusal(error, language);
    throw said === undefined ? error : new OperatorError(said);
  }
}
