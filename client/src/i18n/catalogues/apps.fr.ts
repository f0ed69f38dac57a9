/** Texts that every simulated app has, French. */
export const appsFr = {
  'app.readOnly': 'Ici, vous pouvez seulement lire. Les boutons ne changent rien.',
  'app.here': 'Ici',
  'action.undo': 'Annuler',
  'said.undone': 'C’est annulé.',
} as const;
