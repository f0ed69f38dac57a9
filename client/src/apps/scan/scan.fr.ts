/** « Vous », as in real software. */
export const scanFr = {
  'app.title': 'Lecteur de codes',

  'app.screen': 'Affiche et codes',
  'poster.wall': 'L’affiche devant vous',
  'poster.camera': 'Ce que voit l’appareil photo',
  'poster.sticker': 'Autocollant, collé sur l’affiche',
  'code.picture': 'Code QR',
  'code.typed': 'Sans appareil photo, tapez\u00A0: {typed}',
  'code.read': 'Lire ce code',

  'camera.start': 'Ouvrir l’appareil photo',
  'camera.stop': 'Fermer l’appareil photo',
  'camera.denied': 'Ce lecteur n’a pas le droit d’utiliser l’appareil photo.',

  'ask.title': 'Le lecteur de codes veut utiliser l’appareil photo.',
  'ask.body': 'Il verra ce qui est devant le téléphone.',
  'ask.allow': 'Autoriser',
  'ask.refuse': 'Refuser',

  'enter.label': 'Code à taper',
  'enter.button': 'Lire',
  'enter.empty': 'Tapez d’abord un code.',
  'enter.unknown': 'Aucun code n’est écrit ainsi. Vérifiez les lettres et les chiffres.',

  'address.title': 'Adresse dans ce code',
  'address.open': 'Ouvrir',
  'address.cancel': 'Ne pas ouvrir',

  'said.allowed': 'L’appareil photo est autorisé.',
  'said.refused': 'L’appareil photo est refusé.',
  'said.cancelled': 'L’adresse n’a pas été ouverte.',
  'said.opened': 'L’adresse est ouverte.',
} as const;
