/** The whole notice and the question about research; the server has their sentences. */
export const dataFr = {
  'data.title': 'L’avis en entier',
  'data.close': 'Fermer',
  'data.waiting': 'Un petit instant.',
  'data.unavailable': 'L’avis ne s’affiche pas pour l’instant. Réessayez dans quelques minutes.',

  'research.title': 'Une question sur la recherche',
  'research.yes': 'Oui, j’accepte',
  'research.no': 'Non',
  'research.later': 'Plus tard',
  'research.future.title': 'Et pour d’autres recherches?',
  'research.future.yes': 'Oui, pour les autres aussi',
  'research.future.no': 'Non, seulement celle-ci',
  'research.unavailable': 'La question ne s’affiche pas pour l’instant.',
  'research.go-on': 'Continuer',
  'research.mine': 'Votre réponse sur la recherche',
  'research.mine.given': 'Vous avez dit oui.',
  'research.mine.given.future': 'Vous avez dit oui, aussi pour d’autres recherches.',
  'research.mine.refused': 'Vous avez dit non.',
  'research.mine.withdrawn': 'Vous avez retiré votre accord. Plus rien n’est envoyé.',
  'research.mine.none': 'Vous n’avez pas encore répondu.',
  'research.withdraw': 'Retirer mon accord',
} as const;
