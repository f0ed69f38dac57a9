/** « Vous », as in real software. */
export const phoneFr = {
  'app.title': 'Textos',

  'action.back': 'Tous les textos',
  'action.send': 'Envoyer',
  'action.copyCode': 'Copier le code',
  'action.report': 'Signaler',
  'action.keep': 'Retirer le signalement',
  'action.delete': 'Supprimer',
  'action.approve': 'Approuver',
  'action.deny': 'Ce n’est pas moi',

  'list.title': 'Conversations',
  'list.unread': 'Non lu',
  'list.me': 'Vous\u00A0: {text}',
  'list.none': 'Aucun message',
  'conversation.choose': 'Choisissez une conversation.',
  'conversation.messages': 'Messages',
  'conversation.empty': 'Il n’y a pas encore de message ici.',
  'conversation.answer': 'Votre réponse',

  'message.from': '{name} · {date}',
  'message.me': 'Vous',
  'message.now': 'À l’instant',
  'message.actions': 'Actions du message',
  'message.do': '{action}\u00A0: {words}',
  'message.reported': 'Signalé comme dangereux',
  'message.deleted': 'Message supprimé',
  'message.copied': 'Code copié',

  'request.title': 'Est-ce vous?',
  'request.from': 'Quelqu’un ouvre une session\u00A0: {place}.',
  'request.number': 'Nombre affiché sur l’ordinateur',

  'problem.request.empty': 'Entrez le nombre affiché sur l’ordinateur.',
  'problem.request.no-match': 'Ce n’est pas le nombre affiché sur l’ordinateur.',
  'problem.empty': 'Le message n’est pas parti. Choisissez une phrase ou écrivez un mot.',

  'said.sent': 'Message envoyé.',
  'said.copied': 'Le code est copié.',
  'said.reported': 'Message signalé. Le bouton «\u00A0Annuler\u00A0» retire le signalement.',
  'said.kept': 'Le message n’est plus signalé.',
  'said.deleted': 'Message supprimé. Le bouton «\u00A0Annuler\u00A0» le ramène.',
  'said.approved': 'Connexion approuvée. Revenez à l’ordinateur.',
  'said.denied': 'La demande est refusée.',
  'said.followed': 'Le lien est ouvert.',
};
