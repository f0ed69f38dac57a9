/** « Vous », as in real software. */
export const signInFr = {
  'app.title': 'Ordinateur',

  'card.title': 'Ta fiche',
  'card.name': 'Nom',
  'card.birthYear': 'Année de naissance',
  'card.email': 'Courriel',
  'card.userName': 'Nom d’utilisateur',
  'card.temporaryPassword': 'Mot de passe temporaire',
  'card.copyUserName': 'Copier le nom d’utilisateur',
  'card.copyPassword': 'Copier le mot de passe temporaire',

  'action.copy': 'Copier',
  'action.paste': 'Coller',
  'action.pasteIn': 'Coller dans «\u00A0{box}\u00A0»',
  'action.show': 'Afficher',
  'action.showBox': 'Afficher\u00A0: {box}',
  'action.signIn': 'Ouvrir la session',
  'action.continue': 'Continuer',
  'action.takeCard': 'Prendre ce mot de passe',
  'action.confirmCode': 'Confirmer le code',
  'action.approveOnPhone': 'Approuver sur le téléphone',
  'action.useCode': 'Entrer le code à la place',
  'action.signOut': 'Fermer la session',

  'signIn.title': 'Ouvrir une session',
  'signIn.userName': 'Nom d’utilisateur',
  'signIn.password': 'Mot de passe',
  'signIn.keep': 'Garder ma session ouverte',

  'password.title': 'Choisir un nouveau mot de passe',
  'password.hint':
    'Le mot de passe temporaire sert une seule fois. Inventez-en un autre, jamais un des vôtres.',
  'password.new': 'Nouveau mot de passe',
  'password.again': 'Le nouveau mot de passe, encore une fois',
  'password.cards': 'Choisir sans écrire',
  'password.cardsTitle': 'Choisissez un des 4 mots de passe',

  'code.title': 'Entrer le code',
  'code.hint': 'Votre téléphone a reçu un code par texto. Prenez votre temps. Le code n’expire pas.',
  'code.box': 'Code reçu par texto',
  'code.or': 'Vous pouvez aussi vous passer du code.',

  'push.title': 'Approuver sur le téléphone',
  'push.hint': 'Une demande est sur votre téléphone. Écrivez ce nombre sur le téléphone. Prenez votre temps.',
  'push.number': 'Votre nombre',

  'open.title': 'Votre session est ouverte',
  'open.kept': 'Votre session reste ouverte sur cet ordinateur, même après votre départ.',
  'open.notKept': 'La prochaine fois, votre mot de passe sera demandé.',
  'closed.title': 'La session est fermée',
  'closed.text': 'Une autre personne peut ouvrir la sienne. Le bouton «\u00A0Annuler\u00A0» rouvre la vôtre.',

  'problem.signIn.empty': 'Remplissez les 2 cases.',
  'problem.signIn.no-match': 'Le nom et le mot de passe ne vont pas ensemble. Regardez la fiche.',
  'problem.password.empty': 'Écrivez le nouveau mot de passe dans les 2 cases.',
  'problem.password.different': 'Les 2 cases sont différentes. «\u00A0Afficher\u00A0» peut aider.',
  'problem.code.empty': 'Entrez le code reçu par texto.',
  'problem.code.no-match': 'Ce n’est pas le code reçu. Regardez les textos.',
  'problem.code.denied':
    'La demande est refusée sur le téléphone. Entrez le code, ou choisissez encore «\u00A0Approuver sur le téléphone\u00A0».',
  'problem.push.no-match': 'Le téléphone a reçu un autre nombre. Entrez celui-ci.',
  'problem.card': 'Choisissez d’abord un mot de passe.',

  'said.copied': 'C’est copié.',
  'said.pasted': 'C’est collé.',
};
