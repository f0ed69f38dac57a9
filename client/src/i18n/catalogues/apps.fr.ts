/** Texts that every simulated app has, French. */
export const appsFr = {
  'app.readOnly': 'Ici, vous pouvez seulement lire. Les boutons ne changent rien.',
  'app.here': 'Ici',
  'action.undo': 'Annuler',
  'link.link': 'Lien',
  'link.address': 'Ce lien mène à',
  'link.open': 'Ouvrir le lien',
  'link.close': 'Fermer',
  'said.undone': 'C’est annulé.',
} as const;
