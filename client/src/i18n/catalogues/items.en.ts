import type { itemsFr } from './items.fr.ts';

export const itemsEn: Readonly<Record<keyof typeof itemsFr, string>> = {
  title: 'How the items work',
  back: 'Back to the list',
  loading: 'Calculating…',
  print: 'Print',
  lead: 'For research and the content team. Each person counts once, by their first attempt.',
  pilot: 'Pilot version: the difficulties of bank {version} are guesses of experts.',
  'few.one':
    'Fit not judged, fewer than {fewest} people: {count} of {played} items. Its figures will still move.',
  'few.other':
    'Fit not judged, fewer than {fewest} people: {count} of {played} items. Their figures will still move.',
  partial: 'Only the first {count} attempts are read here. The command “export items” reads them all.',
  masked: '“–”: fewer than 10 people, or nothing to count. Nothing is shown of such small groups.',
  persons: 'People',
  none: '–',

  'items.title': 'Items',
  'items.caption': 'What the points of each item do',
  'items.item': 'Item',
  'items.label': '{label}:',
  'items.shares': 'Share of each number of points',
  'items.share': '{points}: {share}%',
  'items.share.none': '{points}: –',
  'items.mean': 'Mean points',
  'items.ordered': 'Order of steps',
  'items.ordered.yes': 'in order',
  'items.ordered.no': 'to review',
  'items.fit': 'Infit · outfit',
  'items.misfit': 'beyond 0.7–1.3',
  'items.rest': 'Link with the rest',
  'items.unplayed': 'Not played here yet: {names}',

  'q3.title': 'Items that are too alike',
  'q3.none': 'No pair to point out.',
  'q3.pair': '{first} and {second}: Q3 of {q3}, {persons} people',

  'dif.title': 'Fairness between groups',
  'dif.text':
    'People with the same points on the other items are compared. Class A: negligible; B: moderate; C: large, to review. A difference below zero: harder for the second group.',
  'dif.language': 'French and English',
  'dif.input': 'Mouse or keyboard, and touch',
  'dif.read-aloud': 'Without and with texts read aloud',
  'dif.count': '{reference} and {focal} people',
  'dif.none': 'Too few people on one side to compare.',
  'dif.size': 'Difference',
  'dif.class': 'Class',
  'dif.p': 'p',
  'dif.p.less': '< {least}',

  'wright.title': 'People and steps on one scale',
  'wright.text':
    'On the left, people. On the right, the steps of the items played here. Higher up: abler, and harder.',
  'wright.range': 'Logits',
  'wright.steps': 'Steps',
  'wright.which': 'Which steps, from the hardest to the easiest',
  'wright.names': 'Item and step',
  'wright.between': '{from} to {to}',
  'wright.caption': 'Number of people and of steps per half logit',

  'reliability.title': 'Reliability',
  'reliability.caption': 'Reliability of the measure among these people',
  'reliability.of': 'Measure',
  'reliability.overall': 'Overall',
  'reliability.eap': 'EAP',
  'reliability.wle': 'WLE',

  use: 'These figures describe items, never a person. They are for neither hiring nor deciding on help.',
  'link.title': 'For research',
  'link.text': 'See how the items work: difficulty, fit, fairness.',
  'link.go': 'Item report',
};
