/** The system says « vous ». */
export const comfortFr = {
  'comfort.title': 'Votre confort',
  'comfort.close': 'Fermer',
  'comfort.intro': 'Choisissez ce qui vous aide. Vous pouvez changer à tout moment.',

  'comfort.language': 'Langue',

  'comfort.data': 'Voyez ce qui est gardé sur vous.',
  'comfort.data.read': 'Mes données',

  'comfort.text-size': 'Taille du texte',
  'comfort.text-size.100': 'Normale',
  'comfort.text-size.125': 'Grande',
  'comfort.text-size.150': 'Très grande',
  'comfort.text-size.200': 'Double',

  'comfort.contrast': 'Contraste',
  'comfort.contrast.system': 'Comme l’appareil',
  'comfort.contrast.high': 'Fort, noir sur blanc',

  'comfort.motion': 'Mouvements à l’écran',
  'comfort.motion.system': 'Comme l’appareil',
  'comfort.motion.off': 'Aucun',

  'comfort.voice': 'Lecture à voix haute',
  'comfort.voice.note': 'La voix lit seulement si vous appuyez sur « Écouter ».',
  'comfort.voice.on': 'Avec « Écouter »',
  'comfort.voice.off': 'Sans lecture',
  'comfort.voice.none': 'Cet appareil n’a pas de voix pour lire à voix haute.',
  'comfort.voice-choice': 'Quelle voix?',
  'comfort.voice-pace': 'Vitesse de la voix',
  'comfort.voice-pace.normal': 'Normale',
  'comfort.voice-pace.slow': 'Plus lente',
  'comfort.helper': 'Quelqu’un à côté de moi',
  'comfort.helper.off': 'Non, personne',
  'comfort.helper.on': 'Oui, pour m’aider',
  'comfort.helper.note': 'Une personne peut lire et cliquer pour vous. C’est permis.',
  'comfort.helper.how':
    'Quand la personne vous aide, appuyez sur « Coup de main ». Votre résultat ne baisse pas.',
  'comfort.sample': 'Bonjour! Je vous lis les textes à voix haute.',
} as const;
