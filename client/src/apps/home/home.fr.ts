export const homeFr = {
  'app.title': 'Accueil du téléphone',

  'action.back': 'Retour',

  'icons.title': 'Applications',
  'notices.title': 'Avis',
  'switch.on': 'En fonction',
  'switch.off': 'Hors fonction',

  'search.label': 'Chercher un réglage',
  'search.found.one': '{count} page trouvée',
  'search.found.other': '{count} pages trouvées',
  'search.none': 'Rien trouvé. Essayez un autre mot.',

  'said.on': '{setting}\u00A0: en fonction.',
  'said.off': '{setting}\u00A0: hors fonction.',
} as const;
