/**
 * What each extension says, where it stands and which values it takes. The published profile turns the schemas into
 * JSON Schema, the data dictionary into words.
 */
import { z } from 'zod';
import { actMeanings } from './act-extensions.ts';
import { lifeMeanings, placeMeanings } from './attempt-extensions.ts';
import {
  code,
  codes,
  count,
  type ExtensionMeaning,
  type ExtensionName,
  type Meanings,
  milliseconds,
  ordinal,
  result,
} from './extension-parts.ts';

const process = z.strictObject({
  total_ms: milliseconds,
  first_action_ms: milliseconds.optional(),
  n_actions: count,
  n_undo: count,
  n_help: count,
  n_read_aloud: count,
  n_assist: count,
  n_app_switch: count,
  n_backtrack: count,
  n_pause: count,
  idle_ms: milliseconds,
  hidden_ms: milliseconds,
  input_mode: z.array(z.enum(['mouse', 'touch', 'pen', 'keyboard'])),
  at_hint: z.strictObject({ motion: code, zoom: code, contrast: code }).optional(),
  variant_seed: z.int(),
  bank_version: ordinal,
});

/** What came of it. */
const outcome = {
  process: result(
    process,
    { fr: 'Indicateurs de processus', en: 'Process indicators' },
    {
      fr: 'Comment la personne a travaillé dans la scène. Aucun ne donne de point.',
      en: 'How the person worked in the scene. None gives a point.',
    },
  ),
  ruleHits: result(
    codes,
    { fr: 'Règles créditées', en: 'Rules credited' },
    { fr: 'Règles de preuve qui ont joué et compté.', en: 'Evidence rules that fired and counted.' },
  ),
  rulesShown: result(
    codes,
    { fr: 'Règles montrées', en: 'Rules shown' },
    {
      fr: 'Règles non créditées, car l’aide a montré comment faire.',
      en: 'Rules not credited, because help showed how.',
    },
  ),
  partialScores: result(
    z.record(code, z.number()),
    { fr: 'Points par règle', en: 'Points per rule' },
    { fr: 'Points de chaque règle de preuve.', en: 'Points of each evidence rule.' },
  ),
  missingCode: result(
    z.enum(['omitted']),
    { fr: 'Code de donnée manquante', en: 'Missing code' },
    { fr: 'Pourquoi il n’y a pas de réponse.', en: 'Why there is no answer.' },
  ),
} satisfies Meanings;

export const extensionMeanings: Readonly<Record<ExtensionName, ExtensionMeaning>> = {
  ...placeMeanings,
  ...lifeMeanings,
  ...actMeanings,
  ...outcome,
};
