export const tillFr = {
  'app.title': 'Caisse',
  receipt: 'Reçu',
  'action.ringUp': 'Ajouter {article}',
  'action.takeBack': 'Enlever {article}',
  'action.close': 'Fermer la caisse',
  total: 'Total : {total}',
} as const;
