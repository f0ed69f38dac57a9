export const homeFr = {
  'app.title': 'Accueil du téléphone',

  'action.back': 'Retour',

  'icons.title': 'Applications',
  'notices.title': 'Avis',
  'switch.on': 'Activé',
  'switch.off': 'Désactivé',

  'said.on': '{setting}\u00A0: activé.',
  'said.off': '{setting}\u00A0: désactivé.',
} as const;
