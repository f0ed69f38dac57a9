/**
 * « À essayer » by dimension and stage, or `like` what was left to do in a scene: read by the person and, in the same
 * words, by staff.
 */
export const stepsFr = {
  'OUT.1': 'Ouvrez un dossier et trouvez un fichier avec quelqu’un.',
  'OUT.2': 'Enregistrez un fichier dans un dossier que vous choisissez.',
  'OUT.3': 'Envoyez une photo à votre propre adresse. Enregistrez-la sur un autre appareil.',
  'OUT.4': 'Montrez à quelqu’un comment retrouver un fichier.',
  'INF.1': 'Cherchez l’adresse d’un endroit que vous connaissez.',
  'INF.2': 'Cherchez des heures d’ouverture, puis regardez d’où elles viennent.',
  'INF.3': 'Comparez 2 pages sur le même sujet. Regardez aussi leur date.',
  'INF.4': 'Aidez quelqu’un à vérifier un renseignement avec une autre source.',
  'COM.1': 'Envoyez un court message à quelqu’un de confiance.',
  'COM.2': 'Répondez à un courriel, puis relisez votre réponse avec quelqu’un.',
  'COM.3': 'Avant d’envoyer, regardez qui va recevoir votre message.',
  'COM.4': 'Aidez quelqu’un à partager un document.',
  'PRO.1': 'Écrivez une courte liste et enregistrez-la.',
  'PRO.2': 'Changez une cellule d’un tableau, puis regardez le total.',
  'PRO.3': 'Faites un petit tableau avec un total.',
  'PRO.4': 'Améliorez un document commun avec quelqu’un.',
  'SEC.1': 'Regardez qui vous écrit. Regardez aussi l’adresse.',
  'SEC.2': 'Regardez l’adresse complète avant d’ouvrir un lien.',
  'SEC.3': 'Avant de remplir un formulaire, demandez-vous à quoi il sert.',
  'SEC.4': 'Parlez d’un piège récent avec quelqu’un.',
  'RES.1': 'Quand ça bloque, montrez l’écran à quelqu’un.',
  'RES.2': 'Quand ça bloque, dites à quelqu’un ce que vous avez essayé.',
  'RES.3': 'Lisez le message à l’écran à voix haute, puis essayez.',
  'RES.4': 'Notez une solution qui marche, pour la prochaine fois.',
  like: 'Faites quelque chose de semblable avec quelqu’un.',
};
