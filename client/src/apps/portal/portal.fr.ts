/** « Vous », as in real software. */
export const portalFr = {
  'app.title': 'Internet',
  'action.favourites': 'Favoris',
  'action.stubs': 'Retour aux talons',

  'favourites.title': 'Favoris',
  'address.label': 'Adresse du site',
  'address.go': 'Aller',
  'address.empty': 'Tapez d’abord une adresse.',
  'address.unknown': 'Aucun site n’a cette adresse. Vérifiez chaque lettre.',

  'pay.signIn': 'Ouvrir ma session',
  'pay.stubs': 'Vos talons de paie',
  'stub.how': 'Choisissez une ligne pour y mettre un repère.',
  'stub.marks': 'Repères pour cette ligne\u00A0: {line}',
  'stub.mark': 'Repère\u00A0: {mark}',
  'stub.close': 'Fermer',
  'asks.title': 'Cette page demande\u00A0:',

  'said.signedIn': 'Votre session est ouverte.',
  'said.marked': '{line}. Repère mis\u00A0: {mark}.',
  'said.unmarked': '{line}. Repère enlevé\u00A0: {mark}.',
} as const;
