import type { ColumnTexts, ItemReportKey } from './codebook-types.ts';

const persons = 'nombre de personnes';
const logits = 'logits';

export const itemCodebookFr: ColumnTexts<ItemReportKey> = {
  item_name: { meaning: 'Item\u00a0: scène et dimension, comme dans la matrice', values: 'texte' },
  dimension: { meaning: 'Dimension de l’item', values: 'OUT, INF, COM, PRO, SEC, RES' },
  max: { meaning: 'Nombre maximal de points à l’item', values: 'nombre entier, 1 à 4' },
  item_step: {
    meaning: 'Difficulté du point {points} dans la banque',
    values: `${logits}; manquant si l’item a moins de points`,
  },
  provenance: { meaning: 'Origine des difficultés', values: 'expert-guess, calibrated' },
  persons: { meaning: 'Personnes qui ont une réponse à l’item', values: persons },
  skipped: { meaning: 'Parmi elles, celles qui ont passé la scène\u00a0: 0 point', values: persons },
  mean_points: { meaning: 'Moyenne des points', values: 'nombre' },
  n_points: { meaning: 'Personnes qui ont {points} point(s)', values: persons },
  p_points: { meaning: 'Part des personnes qui ont {points} point(s)', values: '0 à 1' },
  ability_points: { meaning: 'Habileté EAP moyenne des personnes qui ont {points} point(s)', values: logits },
  ordered: { meaning: 'Si l’habileté moyenne monte avec les points', values: '1 oui, 0 non' },
  infit: { meaning: 'Carré moyen pondéré des résidus à la WLE', values: 'nombre; 1 est attendu' },
  outfit: { meaning: 'Carré moyen des résidus à la WLE', values: 'nombre; 1 est attendu' },
  fit_persons: {
    meaning: 'Personnes utilisées pour infit et outfit\u00a0: ni à zéro ni au maximum',
    values: persons,
  },
  misfit: {
    meaning: 'Infit ou outfit hors de 0,7 à 1,3',
    values: '1 oui, 0 non; manquant sous 200 personnes',
  },
  item_rest: {
    meaning: 'Corrélation avec les points aux autres items de la dimension',
    values: '−1 à 1',
  },
  item_rest_persons: { meaning: 'Personnes utilisées pour cette corrélation', values: persons },
  comparison: {
    meaning: 'Groupes comparés',
    values:
      'language\u00a0: français, anglais; input\u00a0: souris ou clavier, toucher ou stylet; read-aloud\u00a0: sans, avec',
  },
  n_reference: { meaning: 'Personnes comparées du premier groupe', values: persons },
  n_focal: { meaning: 'Personnes comparées du second groupe', values: persons },
  n_needed: { meaning: 'Nombre minimal de personnes par groupe pour une classe', values: persons },
  strata: {
    meaning: 'Groupes de personnes d’habileté presque égale, par l’EAP à tous les autres items',
    values: '20 au plus',
  },
  matching_items: {
    meaning: 'Autres items qui donnent cette habileté\u00a0: ceux de classe C n’y sont pas',
    values: 'nombre entier',
  },
  test: {
    meaning: 'Test\u00a0: le premier pour les items d’un point, le second pour les autres',
    values: 'mantel-haenszel, mantel',
  },
  chi_square: { meaning: 'Statistique du test', values: 'nombre; 1 degré de liberté' },
  p: { meaning: 'Valeur p du test', values: '0 à 1' },
  size: {
    meaning: 'Taille de la différence; sous 0\u00a0: plus difficile pour le second groupe',
    values: 'mantel-haenszel\u00a0: D de l’ETS; mantel\u00a0: différence moyenne en écarts types des points',
  },
  class: {
    meaning: 'A négligeable, B modéré, C grand',
    values: 'A, B, C; manquant si un groupe a moins de personnes que n_needed',
  },
  kind: { meaning: 'Si la ligne porte des personnes ou une étape', values: 'persons, step' },
  from: { meaning: 'Bas du groupe d’habiletés, ou place de l’étape', values: logits },
  to: { meaning: 'Haut du groupe d’habiletés', values: logits },
  bin_persons: {
    meaning: 'Personnes de ces habiletés; au-delà de ±4, dans les derniers groupes',
    values: persons,
  },
  step_item: { meaning: 'Item de l’étape', values: 'texte' },
  step: { meaning: 'Point auquel l’étape mène', values: 'nombre entier, 1 à 4' },
};
