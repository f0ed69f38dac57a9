/** « Vous », as in real software. */
export const signInFr = {
  'app.title': 'Ordinateur',

  'card.title': 'Votre fiche',
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
  'action.signOut': 'Fermer la session',

  'signIn.title': 'Ouvrir une session',
  'signIn.userName': 'Nom d’utilisateur',
  'signIn.password': 'Mot de passe',
  'signIn.keep': 'Garder ma session ouverte',

  'password.title': 'Choisir un nouveau mot de passe',
  'password.hint': 'Le mot de passe temporaire sert une seule fois.',
  'password.new': 'Nouveau mot de passe',
  'password.again': 'Le même, encore une fois',
  'password.cards': 'Choisir sans écrire',
  'password.cardsTitle': 'Choisissez une des 4 cartes',

  'code.title': 'Entrer le code',
  'code.hint': 'Votre téléphone a reçu un code par texto. Prenez votre temps. Le code n’expire pas.',
  'code.box': 'Code reçu par texto',

  'open.title': 'Votre session est ouverte',
  'open.kept': 'Votre session reste ouverte sur cet ordinateur, même après votre départ.',
  'open.notKept': 'Votre session se ferme toute seule quand vous partez.',
  'closed.title': 'La session est fermée',
  'closed.text': 'Une autre personne peut ouvrir la sienne. Le bouton «\u00A0Annuler\u00A0» rouvre la vôtre.',

  'problem.signIn.empty': 'Remplissez les 2 cases.',
  'problem.signIn.no-match': 'Le nom et le mot de passe ne vont pas ensemble. Regardez votre fiche.',
  'problem.password.empty': 'Écrivez le nouveau mot de passe dans les 2 cases.',
  'problem.password.different': 'Les 2 cases sont différentes. «\u00A0Afficher\u00A0» peut aider.',
  'problem.code.empty': 'Entrez le code reçu par texto.',
  'problem.code.no-match': 'Ce n’est pas le code reçu. Regardez les textos.',
  'problem.card': 'Choisissez d’abord une carte.',

  'said.copied': 'C’est copié.',
  'said.pasted': 'C’est collé.',
};
