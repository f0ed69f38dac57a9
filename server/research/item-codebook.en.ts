import type { ColumnTexts, ItemReportKey } from './codebook-types.ts';

const persons = 'whole number of people';
const logits = 'logits';

export const itemCodebookEn: ColumnTexts<ItemReportKey> = {
  item_name: { meaning: 'Item: scene and dimension, as in the matrix', values: 'text' },
  dimension: { meaning: 'Dimension of the item', values: 'OUT, INF, COM, PRO, SEC, RES' },
  max: { meaning: 'Most points on the item', values: 'whole number, 1 to 4' },
  item_step: {
    meaning: 'Difficulty of point {points} in the bank',
    values: `${logits}; missing if the item has fewer points`,
  },
  provenance: { meaning: 'Where the difficulties come from', values: 'expert-guess, calibrated' },
  persons: { meaning: 'People with an answer to the item', values: persons },
  skipped: { meaning: 'Of these, people who skipped the scene: 0 points', values: persons },
  mean_points: { meaning: 'Mean of the points', values: 'number' },
  n_points: { meaning: 'People with {points} points', values: persons },
  p_points: { meaning: 'Share of people with {points} points', values: '0 to 1' },
  ability_points: { meaning: 'Mean EAP ability of people with {points} points', values: logits },
  ordered: { meaning: 'Whether mean ability rises with the points', values: '1 yes, 0 no' },
  infit: { meaning: 'Weighted mean square of residuals at the WLE', values: 'number; 1 is expected' },
  outfit: { meaning: 'Mean square of residuals at the WLE', values: 'number; 1 is expected' },
  fit_persons: {
    meaning: 'People used for infit and outfit: not at zero, not at the maximum',
    values: persons,
  },
  misfit: {
    meaning: 'Infit or outfit outside 0.7–1.3',
    values: '1 yes, 0 no; missing below 200 people',
  },
  item_rest: {
    meaning: 'Correlation with the points on the dimension’s other items',
    values: '−1 to 1',
  },
  item_rest_persons: { meaning: 'People used for that correlation', values: persons },
  comparison: {
    meaning: 'Groups that are compared',
    values: 'language: French, English; input: mouse or keyboard, touch or pen; read-aloud: without, with',
  },
  n_reference: { meaning: 'People compared in the first group', values: persons },
  n_focal: { meaning: 'People compared in the second group', values: persons },
  n_needed: { meaning: 'Fewest people in each group for a class', values: persons },
  strata: {
    meaning: 'Groups of people of about equal ability, by the EAP on all other items',
    values: 'up to 20',
  },
  matching_items: {
    meaning: 'Other items that give this ability: those of class C are left out',
    values: 'whole number',
  },
  test: {
    meaning: 'Test used: the first for items of one point, the second for others',
    values: 'mantel-haenszel, mantel',
  },
  chi_square: { meaning: 'Statistic of the test', values: 'number; 1 degree of freedom' },
  p: { meaning: 'p value of the test', values: '0 to 1' },
  size: {
    meaning: 'Size of the difference; below 0: harder for the second group',
    values: 'mantel-haenszel: D of ETS; mantel: mean difference in standard deviations of the points',
  },
  class: {
    meaning: 'A negligible, B moderate, C large',
    values: 'A, B, C; missing if a group has fewer people than n_needed',
  },
  kind: { meaning: 'Whether the row has people or a step', values: 'persons, step' },
  from: { meaning: 'Lower end of the group of abilities, or place of the step', values: logits },
  to: { meaning: 'Upper end of the group of abilities', values: logits },
  bin_persons: { meaning: 'People of these abilities; beyond ±4 in the last groups', values: persons },
  step_item: { meaning: 'Item of the step', values: 'text' },
  step: { meaning: 'Point that the step leads to', values: 'whole number, 1 to 4' },
};
