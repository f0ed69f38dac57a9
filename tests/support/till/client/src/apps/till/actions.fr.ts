/** What a person did in this app, for the timeline of a review. */
export const actionsFr = {
  'do.desk.open-app.till': 'A ouvert la caisse',
  'do.till.ring-up': 'A enregistré « {article} »',
  'do.till.ring-up.unnamed': 'A enregistré un article',
  'do.till.take-back': 'A enlevé « {article} »',
  'do.till.take-back.unnamed': 'A enlevé un article',
  'do.till.close': 'A fermé la caisse',
} as const;
