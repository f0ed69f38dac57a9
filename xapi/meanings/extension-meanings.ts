/** Meaning and shape of each extension; the profile gets JSON Schema of them. */
import { z } from 'zod';
import { dimensions } from '../../scenarios/kit/dimensions.ts';
import { missingCodes } from '../../scenarios/kit/missing-codes.ts';
import { actMeanings } from './act-extensions.ts';
import { lifeMeanings, placeMeanings } from './attempt-extensions.ts';
import {
  code,
  codes,
  count,
  type ExtensionMeaning,
  type Meanings,
  milliseconds,
  ordinal,
  result,
} from './extension-parts.ts';
import type { ExtensionName } from '../vocabulary.ts';

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

const level = z.int().min(1).max(4);
const percent = z.int().min(1).max(100);
const estimate = z.strictObject({ theta: z.number(), se: z.number().min(0), items: ordinal });
const estimates = z.strictObject({
  overall: estimate.extend({ wle: z.number(), wle_se: z.number().min(0) }),
  ...Object.fromEntries(dimensions.map((dimension) => [dimension, estimate.optional()])),
});

const measure = {
  level: result(
    level,
    { fr: 'Niveau', en: 'Level' },
    { fr: 'Niveau global le plus probable, de 1 à 4.', en: 'Likeliest overall level, 1 to 4.' },
  ),
  levelBetween: result(
    level,
    { fr: 'Niveau voisin', en: 'Neighbouring level' },
    {
      fr: 'Niveau voisin presque aussi probable; absent si un niveau ressort.',
      en: 'Neighbouring level that is nearly as likely; absent where one stands out.',
    },
  ),
  scoreBand: result(
    z.strictObject({ from: percent, to: percent }),
    { fr: 'Marge de la note', en: 'Band of the score' },
    {
      fr: 'La note aux deux bouts de la marge à 80\u00a0%.',
      en: 'The score at both ends of the 80 % band.',
    },
  ),
  scoredScenes: result(
    count,
    { fr: 'Scènes mesurées', en: 'Scored scenes' },
    { fr: 'Scènes mesurées et jouées jusqu’à la fin.', en: 'Scored scenes that were played to their end.' },
  ),
  estimates: result(
    estimates,
    { fr: 'Estimations', en: 'Estimates' },
    {
      fr: 'Habiletés (EAP) et erreurs types en logits, globales et par dimension, avec le nombre d’items; wle\u00a0: estimation de Warm.',
      en: 'Abilities (EAP) and standard errors in logits, overall and by dimension, with the number of items; wle: Warm’s estimate.',
    },
  ),
} satisfies Meanings;

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
    z.enum(missingCodes),
    { fr: 'Code de donnée manquante', en: 'Missing code' },
    { fr: 'Pourquoi il n’y a pas de réponse.', en: 'Why there is no answer.' },
  ),
} satisfies Meanings;

export const extensionMeanings: Readonly<Record<ExtensionName, ExtensionMeaning>> = {
  ...placeMeanings,
  ...lifeMeanings,
  ...actMeanings,
  ...measure,
  ...outcome,
};
