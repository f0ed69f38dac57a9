export const actionsFr = {
  'do.desk.open-app.sign-in': 'A ouvert la page de connexion',
  'do.sign-in.copy.user-name': 'A copié le nom d’utilisateur de la fiche',
  'do.sign-in.copy.password': 'A copié le mot de passe temporaire de la fiche',
  'do.sign-in.keep.true': 'A coché « Garder ma session ouverte »',
  'do.sign-in.keep.false': 'A décoché « Garder ma session ouverte »',
  'do.sign-in.sign-in': 'A essayé d’ouvrir la session',
  'do.sign-in.set-password': 'A proposé un nouveau mot de passe',
  'do.sign-in.choose-card': 'A choisi une carte de mot de passe',
  'do.sign-in.enter-code': 'A entré un code',
  'do.sign-in.sign-out': 'A fermé la session',
} as const;
