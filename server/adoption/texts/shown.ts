/** Words that the pages of the game show; a test compares them with its catalogues. */
interface Shown {
  /** The summary before the game: one line for each of its five points. */
  readonly summary: readonly string[];
  /** The choice beside those of each background question. */
  readonly decline: string;
}

export const shownFr: Shown = {
  summary: [
    'Ce jeu mesure vos habiletés numériques au travail. Le résultat sert à vous accompagner. À lui seul, il ne décide de rien.',
    'Ce n’est pas un examen. Prenez votre temps.',
    'Nous gardons vos gestes, vos pauses et ce que vous écrivez. Le jeu garde un numéro, pas votre nom.',
    'Votre organisme sait que c’est vous. Il voit votre résultat et chacun de vos gestes. Il ne lit pas vos textes dans les tâches. Dans «\u00a0Confort\u00a0», vous pouvez voir, copier ou effacer vos données.',
    'Vous pouvez faire une pause ou quitter à tout moment.',
  ],
  decline: 'Je ne sais pas, ou je préfère ne pas répondre',
};

export const shownEn: Shown = {
  summary: [
    'This game measures your digital skills at work. The result is used to support you. No decision rests on it alone.',
    'This is not an exam. Take your time.',
    'We keep what you do, your breaks and what you write. The game keeps a number, not your name.',
    'Your organization knows that it is you. It sees your result and each of your actions. It does not read your task texts. In “Comfort”, you can see, copy or erase your data.',
    'You can take a break or leave at any time.',
  ],
  decline: 'I don’t know, or I prefer not to answer',
};
