import { z } from 'zod';
import { invalidReasons } from '../../scenarios/kit/log.ts';
import { code, context, contextMs, count, type Meanings, ordinal } from './extension-parts.ts';

export const placeMeanings = {
  seq: context(
    ordinal,
    { fr: 'Rang dans le journal', en: 'Place in the log' },
    {
      fr: 'Rang de l’entrée dans le journal de l’essai, à partir de 1. Sans trou au niveau 3.',
      en: 'Place of the entry in the attempt’s log, from 1. Without a gap at tier 3.',
    },
  ),
  epoch: context(
    count,
    { fr: 'Numéro de page', en: 'Page number' },
    {
      fr: 'Numéro de la page qui tient le crayon. 0 avant la première; il monte à chaque rechargement.',
      en: 'Number of the page that holds the pen. 0 before the first; it rises with each reload.',
    },
  ),
  tMs: contextMs(
    { fr: 'Temps depuis la page', en: 'Time since the page' },
    {
      fr: 'Horloge monotone : temps depuis l’ouverture de la page.',
      en: 'Monotonic clock: time since the page was loaded.',
    },
  ),
  app: context(
    code,
    { fr: 'Application', en: 'App' },
    { fr: 'Application simulée où l’action a lieu.', en: 'Simulated app where the action happened.' },
  ),
  scene: context(
    code,
    { fr: 'Scène', en: 'Scene' },
    {
      fr: 'Scène où la personne est pendant une pause, un réglage, une aide à côté ou un appareil signalé. Absent entre deux scènes et dans les énoncés plus anciens.',
      en: 'Scene in which the person is during a pause, a setting, help from beside or a device report. Absent between scenes and in older statements.',
    },
  ),
  form: context(
    code,
    { fr: 'Parcours', en: 'Form' },
    { fr: 'Quelles scènes l’essai réunit.', en: 'Which scenes the attempt holds.' },
  ),
  attemptNumber: context(
    ordinal,
    { fr: 'Numéro d’essai', en: 'Attempt number' },
    { fr: 'Par personne et par activité, à partir de 1.', en: 'Per person and activity, from 1.' },
  ),
  bankVersion: context(
    count,
    { fr: 'Version de la banque', en: 'Bank version' },
    {
      fr: 'Version de la banque d’items de l’essai; pour une note globale, de celle qui l’a donnée.',
      en: 'Version of the attempt’s item bank; for an overall score, of the one that gave it.',
    },
  ),
  worldVersion: context(
    ordinal,
    { fr: 'Version du monde', en: 'World version' },
    { fr: 'Version du monde de la scène.', en: 'Version of the scene’s world.' },
  ),
  eased: context(
    z.literal(true),
    { fr: 'Scène facilitée', en: 'Eased scene' },
    {
      fr: 'L’aide est ouverte dès le début. Mêmes tâche, règles et points; absent ailleurs.',
      en: 'Help stands open from the start. The same task, rules and points; absent elsewhere.',
    },
  ),
  scoringVersion: context(
    count,
    { fr: 'Version des points', en: 'Scoring version' },
    {
      fr: 'Version des règles, ou de la banque, d’où viennent les points.',
      en: 'Version of the rules, or of the bank, that made the score.',
    },
  ),
} satisfies Meanings;

export const lifeMeanings = {
  noticeVersion: context(
    code,
    { fr: 'Version de l’avis', en: 'Notice version' },
    { fr: 'Version de l’avis que la personne a lu.', en: 'Version of the notice that the person read.' },
  ),
  reason: context(
    z.enum(['button', 'hidden', 'connection', 'opened', 'pause-ended', 'idle']),
    { fr: 'Raison', en: 'Reason' },
    {
      fr: 'Pourquoi le jeu s’arrête ou reprend.',
      en: 'Why play stops or goes on.',
    },
  ),
  invalidReason: context(
    z.enum(invalidReasons),
    { fr: 'Raison de la mise à l’écart', en: 'Reason for setting aside' },
    {
      fr: 'Pourquoi l’essai est mis à l’écart, par le personnel ou parce que la personne en fait partie.',
      en: 'Why the attempt is set aside, by staff or because the person is staff.',
    },
  ),
  ending: context(
    z.enum(['done', 'skipped', 'left', 'form-done', 'learner', 'abandoned']),
    { fr: 'Façon de finir', en: 'Ending' },
    { fr: 'Comment une scène ou un essai finit.', en: 'How a scene or an attempt ended.' },
  ),
  helpStep: context(
    z.union([z.literal(1), z.literal(2), z.literal(3)]),
    { fr: 'Étape d’aide', en: 'Help step' },
    {
      fr: '1 redire, 2 montrer où, 3 montrer comment.',
      en: '1 say again, 2 show where, 3 show how.',
    },
  ),
  language: context(
    z.enum(['fr', 'en']),
    { fr: 'Langue choisie', en: 'Language chosen' },
    { fr: 'Langue du jeu après le changement.', en: 'Language of play after the change.' },
  ),
  setting: context(
    code,
    { fr: 'Réglage', en: 'Setting' },
    { fr: 'Nom du réglage de confort.', en: 'Name of the comfort setting.' },
  ),
  settingValue: context(
    code,
    { fr: 'Valeur du réglage', en: 'Setting value' },
    { fr: 'Valeur après le changement.', en: 'Value after the change.' },
  ),
  inputMode: context(
    z.enum(['mouse', 'touch', 'pen', 'keyboard']),
    { fr: 'Façon d’agir', en: 'Input mode' },
    { fr: 'Souris, toucher, stylet ou clavier.', en: 'Mouse, touch, pen or keyboard.' },
  ),
  device: context(
    z.strictObject({ motion: code, zoom: code, contrast: code }),
    { fr: 'Réglages de l’appareil', en: 'Device settings' },
    {
      fr: 'Animation, agrandissement et contraste, par classes.',
      en: 'Motion, zoom and contrast, as classes.',
    },
  ),
  hiddenMs: contextMs(
    { fr: 'Temps hors de vue', en: 'Time out of sight' },
    { fr: 'Combien de temps la page est restée hors de vue.', en: 'How long the page was out of sight.' },
  ),
} satisfies Meanings;
