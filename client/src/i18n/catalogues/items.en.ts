import type { itemsFr } from './items.fr.ts';

export const itemsEn: Readonly<Record<keyof typeof itemsFr, string>> = {
  title: 'How the items work',
  back: 'Back to the list',
  loading: 'Calculating…',
  print: 'Print',
  lead: 'For the team that prepares the content. Each person counts once, with their first attempt.',
  pilot: 'Pilot version: the difficulties in bank {version} are expert guesses.',
  'few.one':
    '{count} of {played} items has fewer than {fewest} people. Its fit is not judged, and its figures will still change.',
  'few.other':
    '{count} of {played} items have fewer than {fewest} people. Their fit is not judged, and their figures will still change.',
  partial: 'Only the first {count} attempts are read here. The command “export items” reads them all.',
  masked: '“–”: fewer than 10 people, or nothing to count. Nothing is shown about groups that small.',
  persons: 'People',
  none: '–',

  'items.title': 'Items',
  'items.caption': 'Points on each item',
  'items.item': 'Item',
  'items.label': '{label}:',
  'items.shares': 'Share of each number of points',
  'items.share': '{points}: {share}%',
  'items.share.none': '{points}: –',
  'items.mean': 'Average points',
  'items.ordered': 'Order of steps',
  'items.ordered.yes': 'in order',
  'items.ordered.no': 'to review',
  'items.fit': 'Infit · outfit',
  'items.misfit': 'outside 0.7–1.3',
  'items.rest': 'Link with the rest',
  'items.unplayed': 'Not played here yet: {names}',

  'q3.title': 'Items that are too similar',
  'q3.none': 'No pair to report.',
  'q3.pair': '{first} and {second}: Q3 of {q3}, {persons} people',

  'dif.title': 'Fairness between groups',
  'dif.text':
    'People of the same ability on all other items are compared. Class A: negligible; B: moderate; C: large, to review. No class: fewer than 200 people in a group. A difference below zero: harder for the second group.',
  'dif.language': 'French and English',
  'dif.input': 'Mouse or keyboard, and touch',
  'dif.read-aloud': 'Without and with read-aloud',
  'dif.count': '{reference} and {focal} people',
  'dif.none': 'Too few people on one side to compare.',
  'dif.size': 'Difference',
  'dif.class': 'Class',
  'dif.p': 'p',
  'dif.p.less': '< {least}',

  'wright.title': 'People and steps on one scale',
  'wright.text':
    'People are on the left. The steps of the items played here are on the right. Higher up: more skilled, and harder.',
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

  use: 'These figures describe items, never a person. They are not for hiring or for deciding on benefits.',
  'link.title': 'The activity’s items',
  'link.text': 'See how the items work: difficulty, fit, fairness.',
  'link.go': 'Item report',
};
