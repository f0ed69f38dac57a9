import type { MissingCode } from '../../scenarios/kit/missing-codes.ts';
import type { Label } from '../statement.ts';

type Words = Readonly<Record<string, Label>>;

export const headings = {
  title: { en: 'Data dictionary', fr: 'Dictionnaire de données' },
  members: { en: 'What every statement holds', fr: 'Ce que tient chaque énoncé' },
  tiers: { en: 'Tiers', fr: 'Niveaux de détail' },
  missing: { en: 'What is missing, and why', fr: 'Ce qui manque, et pourquoi' },
  verbs: { en: 'Verbs', fr: 'Verbes' },
  types: { en: 'Types of objects', fr: 'Types d’objets' },
  extensions: { en: 'Extensions', fr: 'Extensions' },
  kinds: { en: 'Kinds of statements', fr: 'Sortes d’énoncés' },
  aroundApps: { en: 'The attempt and its scenes', fr: 'L’essai et ses scènes' },
  example: { en: 'An example', fr: 'Un exemple' },
} as const satisfies Words;

export const columns = {
  name: { en: 'name', fr: 'nom' },
  label: { en: 'label', fr: 'libellé' },
  meaning: { en: 'meaning', fr: 'sens' },
  iri: { en: 'IRI', fr: 'IRI' },
  source: { en: 'source', fr: 'source' },
  tier: { en: 'tier', fr: 'niveau' },
  verb: { en: 'verb', fr: 'verbe' },
  object: { en: 'object', fr: 'objet' },
  extensions: { en: 'extensions', fr: 'extensions' },
  place: { en: 'place', fr: 'place' },
  values: { en: 'values', fr: 'valeurs' },
  example: { en: 'example', fr: 'exemple' },
  member: { en: 'member', fr: 'membre' },
} as const satisfies Words;

export const introduction: readonly Label[] = [
  {
    en: 'Every verb, type, extension and kind of statement of NUM+, made by `npm run generate` from the same source as the published xAPI profile (`/xapi/profile`).',
    fr: 'Chaque verbe, type, extension et sorte d’énoncé de NUM+. Ce texte est fait par `npm run generate`, de la même source que le profil xAPI publié (`/xapi/profile`).',
  },
  {
    en: 'A person is a pseudonym of one study. No statement holds a name, an address, a typed text or a password: only classes, counts, ids and codes.',
    fr: 'Une personne est un pseudonyme d’une seule étude. Aucun énoncé ne contient un nom, une adresse, un texte écrit ou un mot de passe\u00a0: seulement des classes, des nombres, des identifiants et des codes.',
  },
  {
    en: 'Answer keys stay with the project. The `response` of an item names its steps with what was seen of each (`seen`, `not-seen`).',
    fr: 'Les clés de réponses restent au projet. La `response` d’un item nomme ses étapes et ce qui en a été vu (`seen`, `not-seen`).',
  },
];

export const members = Object.entries<Label>({
  id: {
    en: 'UUID, made from the attempt, the place in the log, the verb, the object and the scoring version.',
    fr: 'UUID fait de l’essai, du rang dans le journal, du verbe, de l’objet et de la version des points.',
  },
  timestamp: {
    en: 'When it happened, UTC with milliseconds. Within an attempt it always rises.',
    fr: 'Moment de l’action, en UTC, à la milliseconde. Dans un essai il monte toujours.',
  },
  'actor.account': {
    en: 'The person: space of the study (`homePage`) and pseudonym (`name`).',
    fr: 'La personne\u00a0: espace de l’étude (`homePage`) et pseudonyme (`name`).',
  },
  'verb.id': {
    en: 'What was done; compare this and not the label.',
    fr: 'Ce qui est fait; comparez ceci et non le libellé.',
  },
  'object.id': {
    en: 'What it was done to; the version of the task is in the id.',
    fr: 'Sur quoi; la version de la tâche est dans l’identifiant.',
  },
  'result.score': {
    en: 'Points of an item (`raw` from `min` to `max`), or the overall score from 0 to 100; `scaled` is raw divided by max.',
    fr: 'Points d’un item (`raw`, de `min` à `max`), ou note globale de 0 à 100; `scaled` est raw divisé par max.',
  },
  'result.success': { en: 'Only for items of one point.', fr: 'Seulement pour les items d’un point.' },
  'result.duration': {
    en: 'Time at work, pauses taken out, to 0.01 s. The items of a scene share the time of the scene.',
    fr: 'Temps de travail sans les pauses, au centième de seconde. Les items d’une scène partagent son temps.',
  },
  'context.registration': {
    en: 'The attempt: one for all of its statements.',
    fr: 'L’essai\u00a0: le même pour tous ses énoncés.',
  },
  'context.contextActivities.parent': {
    en: 'The scene, or the form for a scene.',
    fr: 'La scène, ou le parcours pour une scène.',
  },
  'context.contextActivities.grouping': {
    en: 'The form, the game, and the pseudonym of the activity in the course.',
    fr: 'Le parcours, le jeu et le pseudonyme de l’activité du cours.',
  },
  'context.contextActivities.category': {
    en: 'The version of the profile; for an item, its dimension too.',
    fr: 'La version du profil; pour un item, sa dimension aussi.',
  },
  'context.language': {
    en: 'Language of play at that moment: `fr-CA` or `en-CA`.',
    fr: 'Langue du jeu à ce moment\u00a0: `fr-CA` ou `en-CA`.',
  },
  'context.revision': { en: 'Build of the content.', fr: 'Version assemblée du contenu.' },
});

export const tiers = Object.entries<Label>({
  '1': {
    en: 'Life of the attempt: launch, notice, scenes, answers, score, end.',
    fr: 'La vie de l’essai\u00a0: lancement, avis, scènes, réponses, note, fin.',
  },
  '2': {
    en: 'Tier 1, and what was done in the apps, help and settings.',
    fr: 'Le niveau 1, et ce qui est fait dans les applications, l’aide et les réglages.',
  },
  '3': {
    en: 'Tiers 1 and 2, and the fine steps. `seq` has no gap here alone.',
    fr: 'Les niveaux 1 et 2, et les gestes fins. Là seulement, `seq` est sans trou.',
  },
});

/** Only `omitted` and `not-tried` have statements; the matrix has all of them. */
const missingMeanings: Readonly<Record<MissingCode, Label>> = {
  'not-in-form': {
    en: 'This person’s form lacks the scene: no statement of it. Missing is never zero.',
    fr: 'Le parcours de la personne n’a pas la scène\u00a0: aucun énoncé d’elle. Ce qui manque ne vaut jamais zéro.',
  },
  'not-reached': {
    en: 'The form has the scene, but it never began: no statement of it.',
    fr: 'Le parcours a la scène, mais elle n’a pas commencé\u00a0: aucun énoncé d’elle.',
  },
  quit: {
    en: 'The scene was begun and left (`ending` is `left`): no statement of an item.',
    fr: 'La scène a été commencée et laissée (`ending` vaut `left`)\u00a0: aucun énoncé d’item.',
  },
  omitted: {
    en: 'The scene was passed over: `skipped` on the item, with this code and no score. It counts as 0 points.',
    fr: 'La scène a été passée\u00a0: `skipped` sur l’item, avec ce code et sans pointage. Elle compte pour 0 point.',
  },
  'not-tried': {
    en: 'The scene was ended within seconds, with fewer acts than any honest route: `skipped` on the item, with this code and no score. If staff count the attempt anyway, the matrix has the points and no code.',
    fr: 'La scène a été finie en quelques secondes, avec moins de gestes que tout chemin honnête\u00a0: `skipped` sur l’item, avec ce code et sans pointage. Si le personnel compte quand même l’essai, la matrice a les points et aucun code.',
  },
};

export const missing: readonly (readonly [what: string, meaning: Label])[] = [
  ...Object.entries(missingMeanings),
  [
    '—',
    {
      en: 'Fewer scenes than the form asks for: no overall score.',
      fr: 'Moins de scènes que le formulaire n’en demande\u00a0: pas de note globale.',
    },
  ],
];

export const valueWords = {
  boolean: { en: 'true or false', fr: 'vrai ou faux (true, false)' },
  code: { en: 'a code', fr: 'un code' },
  integer: { en: 'a whole number', fr: 'un nombre entier' },
  number: { en: 'a number', fr: 'un nombre' },
  from: { en: 'from', fr: 'à partir de' },
  list: { en: 'a list:', fr: 'une liste\u00a0:' },
  map: { en: 'by code:', fr: 'par code\u00a0:' },
  members: { en: 'members:', fr: 'membres\u00a0:' },
} as const satisfies Words;

export const places = {
  context: { en: 'context', fr: 'contexte' },
  result: { en: 'result', fr: 'résultat' },
} as const satisfies Words;

export const ours: Label = { en: 'NUM+', fr: 'NUM+' };
