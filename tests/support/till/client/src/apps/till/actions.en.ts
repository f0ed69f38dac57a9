import type { actionsFr } from './actions.fr.ts';

export const actionsEn: Readonly<Record<keyof typeof actionsFr, string>> = {
  'do.desk.open-app.till': 'Opened the till',
  'do.till.ring-up': 'Rang up “{article}”',
  'do.till.ring-up.unnamed': 'Rang up an article',
  'do.till.take-back': 'Took “{article}” back',
  'do.till.take-back.unnamed': 'Took an article back',
  'do.till.close': 'Closed the till',
};
