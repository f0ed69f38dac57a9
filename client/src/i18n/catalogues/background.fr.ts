/** Questions about the person, for research; the server has the questions and the choices. */
export const backgroundFr = {
  'background.offer': 'Des questions pour la recherche',
  'background.title': 'Quelques questions sur vous',
  'background.close': 'Fermer',
  'background.begin': 'Commencer',
  'background.number': 'Question {number} de {count}',
  'background.decline': 'Je ne sais pas, ou je préfère ne pas répondre',
  'background.back': 'Question précédente',
  'background.thanks': 'Merci. C’est la fin des questions.',
  'background.mine': 'Vos réponses aux questions sur vous',
  'background.none': 'Sans réponse',
  'background.answer': 'Répondre aux questions',
  'background.change': 'Changer mes réponses',
  'background.remove': 'Effacer mes réponses',
  'background.over': 'Il n’y a plus de question pour vous.',
  'background.lost': 'Cela n’a pas fonctionné. Réessayez dans quelques minutes.',
} as const;
