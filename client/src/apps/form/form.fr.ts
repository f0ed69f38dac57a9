/** « Vous », as in real software. */
export const formFr = {
  'app.title': 'Navigateur',

  'bar.address': 'Adresse de la page',
  'bar.home': 'Accueil',
  'bar.homeAddress': 'Page d’accueil',
  'bar.results': 'Recherche\u00A0: {asked}',

  'start.message': 'Message reçu',
  'start.search': 'Chercher le formulaire sur le Web',
  'start.searchHelp': 'Vous pouvez aussi chercher le formulaire vous-même.',

  'results.title': '{engine}\u00A0: {asked}',
  'results.sponsored': 'Annonce',

  'field.required': '(obligatoire)',
  'field.optional': '(facultatif)',
  'field.attach': 'Joindre un fichier',
  'field.attachTo': 'Joindre un fichier\u00A0: {label}',
  'field.detach': 'Retirer {name}',
  'field.replace': 'Changer de fichier',
  'field.noFile': 'Aucun fichier joint.',
  'field.secretKept': 'C’est rempli. Les chiffres restent cachés.',

  'file.pdf': 'Document PDF',
  'file.document': 'Document',
  'file.photo': 'Photo',
  'files.title': 'Vos fichiers',
  'files.choose': 'Choisissez un fichier pour «\u00A0{label}\u00A0».',
  'files.close': 'Fermer',

  'problem.title.one': 'Il reste {count} case à revoir',
  'problem.title.other': 'Il reste {count} cases à revoir',
  'problem.done': 'Tout est revu. Choisissez «\u00A0Continuer\u00A0».',
  'problem.mended': 'C’est revu.',
  'problem.missing.text': 'Remplissez cette case.',
  'problem.missing.secret': 'Remplissez cette case.',
  'problem.missing.choice': 'Choisissez une réponse.',
  'problem.missing.file': 'Joignez un fichier.',
  'problem.format.date': 'Écrivez l’année, le mois et le jour. Exemple\u00A0: 1985-04-30',
  'problem.format.phone': 'Écrivez 10 chiffres. Exemple\u00A0: 819 555-0100',
  'problem.format.words': 'Remplissez cette case.',
  'problem.file': 'Le site n’accepte pas ce type de fichier. Choisissez un document PDF.',

  'action.continue': 'Continuer',
  'action.send': 'Envoyer le formulaire',
  'action.change': 'Modifier',
  'action.changeOf': 'Modifier\u00A0: {label}',
  'action.copy': 'Copier le numéro',
  'action.print': 'Imprimer la page',
  'action.capture': 'Capturer l’écran',

  'summary.title': 'Vérifiez vos réponses',
  'summary.notSent': 'Le formulaire n’est pas encore envoyé.',
  'summary.empty': 'Vide',
  'summary.secret': 'Rempli',

  'sent.title': 'Formulaire envoyé',
  'sent.number': 'Numéro de confirmation',
  'sent.keep': 'Gardez le numéro. Copiez-le, imprimez-le ou notez-le.',

  'pad.title': 'Bloc-notes',
  'pad.label': 'Vos notes',
  'pad.paste': 'Coller le numéro',

  'said.attached': 'Fichier joint\u00A0: {name}',
  'said.detached': 'Le fichier est retiré.',
  'said.sent': 'Le formulaire est envoyé.',
  'said.copy': 'Le numéro est copié.',
  'said.print': 'La page est imprimée.',
  'said.capture': 'La capture d’écran est enregistrée.',
  'said.pasted': 'Le numéro est dans le bloc-notes.',
} as const;
