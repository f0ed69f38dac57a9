/** « Vous », as in real software. */
export const assistantFr = {
  'app.title': 'Assistant IA',
  'app.simulated': 'Cet assistant est simulé. Il peut se tromper.',

  'conversation.title': 'Conversation',
  'conversation.me': 'Vous',
  'conversation.assistant': 'Assistant',
  'conversation.empty': 'Écrivez une demande. L’assistant vous répondra ici.',

  'request.title': 'Votre demande',
  'request.box': 'Écrivez votre demande',
  'request.hint': 'Choisissez une phrase. Elle s’ajoute à votre demande.',
  'action.send': 'Envoyer',
  'action.insert': 'Mettre dans le document',

  'problem.empty': 'La demande n’est pas partie. Choisissez une phrase ou écrivez un mot.',

  'said.answer': 'L’assistant répond\u00A0: {text}',
  'said.added': 'La phrase est dans votre demande.',
  'said.inserted': 'Le texte est dans le document.',
};
