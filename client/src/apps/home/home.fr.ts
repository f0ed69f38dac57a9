export const homeFr = {
  'app.title': 'Accueil du téléphone',

  'action.back': 'Retour',

  'icons.title': 'Applications',
  'notices.title': 'Avis',
  'switch.on': 'En fonction',
  'switch.off': 'Hors fonction',

  'said.on': '{setting}\u00A0: en fonction.',
  'said.off': '{setting}\u00A0: hors fonction.',
} as const;
