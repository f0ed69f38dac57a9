import { type Block, fill, h1, h2, p, points, table } from '../blocks.ts';
import { asksAboutResearch, type KitFacts, sayOnce, storesOf } from '../kit-facts.ts';
import { decisionFr, risksFr } from './impact-risks.fr.ts';

export function impactFr(facts: KitFacts): Block[] {
  return [
    p(
      'Cette évaluation est remplie aussi loin que le programme le sait. Ce qui reste est surligné. Les réponses décrivent NUM+ tel qu’il est réglé aujourd’hui.',
    ),
    ...project(facts),
    ...information(facts),
    ...lifeCycle(facts),
    ...outside(facts),
    ...risksFr(),
    ...decisionFr(),
  ];
}

function project({ studies }: KitFacts): Block[] {
  const research = asksAboutResearch(studies);
  return [
    h1('1. Le projet'),
    table(
      [2, 5],
      ['question', 'réponse'],
      [
        'Organisme',
        sayOnce(studies, ({ organisation }) => organisation?.fr) ??
          fill('nom légal de l’organisme', 'charge'),
      ],
      [
        'Responsable des renseignements personnels',
        sayOnce(studies, ({ inCharge }) => inCharge) ?? fill('nom, titre, coordonnées', 'charge'),
      ],
      ['Loi qui s’applique', fill('Loi sur le secteur privé, ou Loi sur l’accès (secteur public)', 'charge')],
      [
        'Le projet en bref',
        'NUM+ est un jeu. Il mesure des habiletés numériques au travail, dans un bureau simulé. Les personnes y entrent par le LMS. Le personnel lit le résultat pour les accompagner.',
      ],
      [
        'Pourquoi ce projet ici',
        fill('le besoin, en deux phrases, et ce qui a été essayé avant', 'staff', 3),
      ],
      ['Personnes touchées', fill('qui, combien par année, et si des mineurs jouent', 'staff', 2)],
      ['Date prévue', fill('date du début', 'staff')],
    ),
    h1('2. Les fins'),
    table(
      [3, 4, 3],
      ['fin', 'pourquoi c’est nécessaire', 'accord'],
      [
        'Jouer, mesurer, accompagner la personne',
        'Sans les gestes, il n’y a ni points ni niveau. Sans le résultat, il n’y a pas d’accompagnement.',
        'Avis montré avant le jeu\u00a0: un résumé, et l’avis entier à qui l’ouvre. La personne répond «\u00a0J’ai compris\u00a0»',
      ],
      [
        'Faire marcher et protéger le service',
        'Retrouver une panne ou un usage non permis.',
        'Dit dans l’avis',
      ],
      [
        'Recherche nommée par l’étude',
        research ? 'Facultatif. Le jeu marche sans cela.' : 'Sans objet\u00a0: aucune étude ne le demande.',
        'Consentement à part, demandé par le jeu',
      ],
      [
        'Recherches futures',
        'Facultatif. Demandé seulement après un oui à la recherche.',
        'Deuxième consentement, à part',
      ],
    ),
    p(
      'Le résultat ne sert ni à embaucher ni à décider d’une aide. Le programme ne peut pas empêcher un tel usage\u00a0: votre politique doit l’interdire. ',
      fill('le numéro ou le titre de cette politique', 'charge'),
    ),
    p(
      '**Proportionnalité.** Un questionnaire recueille moins, mais il mesure ce que la personne croit savoir. Une observation par une personne recueille autant, sans règles écrites. ',
      fill('pourquoi le jeu convient mieux ici', 'staff', 3),
    ),
    p(
      '**Profilage (art. 8.1; secteur public, art. 65.0.1).** Une technologie qui évalue une personne, par exemple son travail ou son comportement, peut en être. La loi demande alors de le dire avant, et de dire comment l’activer. Le jeu dit avant de commencer qu’il mesure, et ne mesure rien avant «\u00a0J’ai compris\u00a0». L’organisme juge si cela suffit.',
    ),
  ];
}

function information({ platforms }: KitFacts): Block[] {
  const lms = platforms.map(({ name }) => name).join(', ');
  return [
    h1('3. Les renseignements'),
    h2('Ce qui est recueilli'),
    table(
      [4, 3, 2],
      ['renseignement', 'pourquoi', 'sensible?'],
      ['Numéro au hasard et identifiant du LMS', 'Reconnaître la personne, rendre la note', 'non'],
      ['Cours, activité, groupes', 'Montrer la personne au bon personnel', 'non'],
      ['Gestes dans le jeu, avec l’heure; pauses et absences', 'Mesurer, rejouer, vérifier', 'un peu'],
      ['Points, niveaux, note, commentaire', 'Accompagner, remplir le carnet', 'un peu'],
      [
        'Confort, aides, besoins d’accès, appareil',
        'Rendre le jeu accessible et le résultat juste',
        '**oui\u00a0: peut révéler la santé**',
      ],
      ['Textes tapés dans le jeu', 'Appliquer les règles de la scène', '**oui** (chiffrés)'],
      [
        'Ce que des règles ont lu d’un texte, en catégories et en nombres',
        'Donner les points',
        'un peu (pas chiffré)',
      ],
      ['Demandes de révision et remarques du personnel', 'Répondre à la personne', '**oui** (chiffrées)'],
      ['Réponse sur la recherche', 'Respecter le choix', '**oui** (chiffrée, cachée au personnel)'],
      [
        'Groupe d’âge, diplôme, première langue, années avec un ordinateur. Seulement si une étude le veut, après le jeu, à qui a dit oui',
        'Comparer des groupes, pour la recherche',
        '**oui** (chiffrés, cachés au personnel)',
      ],
      ['Registre des accès et des actions', 'Savoir qui a fait quoi', 'non'],
    ),
    p('La liste complète, champ par champ, est la carte des données (document 3).'),
    h2('Ce qui n’est pas recueilli'),
    points(
      'NUM+ ne garde ni nom, ni courriel, ni adresse, ni date de naissance, ni genre, ni numéro d’assurance sociale. Le personnel voit le nom que le LMS donne à ce moment.',
      'Il n’y a ni son, ni image, ni vidéo. Aucun témoin (cookie) ne suit la personne.',
      'Un mot de passe inventé dans le jeu reste dans le navigateur.',
    ),
    h2('D’où cela vient'),
    p(
      `De la personne qui joue, du LMS${lms === '' ? '' : ` (${lms})`} et du personnel du cours. Rien n’est acheté ni pris ailleurs.`,
    ),
    h2('Qui lit quoi'),
    table(
      [3, 6],
      ['qui', 'ce qui est lu'],
      ['La personne', 'Son rapport, ses essais, l’avis, sa réponse sur la recherche'],
      [
        'Le personnel de l’activité',
        'Noms du LMS, résultats, gestes avec l’heure, aides. D’un texte tapé, le nombre de mots',
      ],
      ['Le LMS', 'La note et son commentaire'],
      ['Un magasin de données', 'Des énoncés sous pseudonyme, sans nom ni texte'],
      [
        'L’équipe de recherche',
        'Les énoncés des personnes qui ont dit oui, sous pseudonyme. Dans ses fichiers, aussi leurs réponses aux questions sur soi, si l’étude les pose',
      ],
      [
        'La personne qui gère le serveur',
        'La base. Avec la clé `SECRET_KEY`, aussi les textes, les réponses sur la recherche et les réponses aux questions sur soi',
      ],
    ),
    p('Qui tient ces rôles ici\u00a0: ', fill('titres et nombre de personnes par rôle', 'staff', 3)),
  ];
}

function lifeCycle({ studies, idleDays }: KitFacts): Block[] {
  const contact = sayOnce(studies, ({ contact: one }) => one);
  return [
    h1('4. De la collecte à la destruction'),
    table(
      [2, 6],
      ['étape', 'ce que fait NUM+'],
      [
        'Informer',
        'L’avis vient avant le jeu. Il est parlé, en français et en anglais, et se relit à tout moment. Textes et versions\u00a0: document 4.',
      ],
      ['Recueillir', 'Seulement pendant que la personne joue, et ce que le LMS envoie à l’ouverture.'],
      ['Utiliser', 'Des règles écrites d’avance donnent les points. Fiche\u00a0: document 7.'],
      ['Communiquer', 'Au LMS et aux magasins de données choisis. Liste\u00a0: document 10.'],
      [
        'Conserver',
        `Durées\u00a0: document 5. Un essai sans geste depuis ${idleDays} jours est fermé, pas effacé.`,
      ],
      [
        'Détruire',
        'Chaque jour, le programme efface ce qui dépasse la durée de l’étude; sans durée, rien. La personne s’efface elle-même dans le jeu; sinon, `person erase`. Restent\u00a0: la note au LMS, les vieilles copies, les fichiers exportés, les journaux, un numéro dans le registre des accès (`audit`). Avec SQLite, des numéros ou des résultats peuvent rester un jour dans la place libre du fichier, jamais un nom ni un texte lisible; MongoDB réutilise lui-même cette place. Suite\u00a0: document 5.',
      ],
    ),
    h2('Les droits des personnes'),
    table(
      [2, 5, 3],
      ['droit', 'comment', 'qui répond ici'],
      [
        'Accès et copie',
        'La personne lit son rapport et «\u00a0Mes données\u00a0» dans le jeu, et y prend une copie. Si elle ne peut plus l’ouvrir, l’opérateur la remet\u00a0: `person export`.',
        fill('titre de qui répond; délai de 30 jours, 20 au secteur public', 'charge'),
      ],
      [
        'Rectification',
        'La personne demande qu’on regarde son résultat. Le personnel répond, permet un autre essai ou corrige la note dans le LMS.',
        'le personnel du cours',
      ],
      [
        'Retrait',
        'La personne retire son accord à la recherche dans le jeu. Elle peut cesser de jouer.',
        'la personne elle-même',
      ],
      [
        'Effacement',
        'La personne le fait dans le jeu\u00a0: «\u00a0Effacer mes données\u00a0». Sur demande\u00a0: `person erase`, qui donne une attestation. La note déjà au LMS s’efface dans le LMS.',
        fill('titre de qui décide et qui exécute', 'charge'),
      ],
      [
        'Plainte',
        'À l’organisme, puis à la Commission d’accès à l’information.',
        contact ?? fill('adresse pour les questions et les plaintes', 'charge'),
      ],
    ),
  ];
}

function outside({ studies, publicHost }: KitFacts): Block[] {
  const stores = storesOf(studies);
  return [
    h1('5. Hors du Québec'),
    p(
      `Le serveur est à \`${publicHost}\`. ${stores.length === 0 ? 'Aucun magasin de données n’est réglé.' : `Des énoncés vont à ${stores.map(({ host }) => `\`${host}\``).join(', ')}.`} NUM+ ne sait pas dans quel pays est une adresse. Le document 10 demande le lieu de chacune.`,
    ),
    p(
      'Si un lieu est hors du Québec, la loi demande de l’évaluer avant (art. 17; secteur public, art. 70.1)\u00a0: sensibilité, fin, mesures de protection, régime juridique de l’endroit. Rien n’y va si la protection n’est pas adéquate. Une entente écrite en tient compte. **L’avis doit alors le dire (art. 8; secteur public, art. 65).** Les phrases de NUM+ ne le disent pas d’elles-mêmes\u00a0: ajoutez le lieu à `recipients`, ou écrivez votre avis. ',
      fill('conclusion pour chaque lieu hors du Québec, ou «\u00a0aucun\u00a0»', 'charge', 5),
    ),
  ];
}
