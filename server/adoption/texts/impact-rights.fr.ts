/** Chapters 4 and 5 of the impact assessment. */
import { type Block, confirm, h1, h2, p, points, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { sharedPlaces } from '../shared-places.ts';

export function rightsFr(facts: KitFacts): Block[] {
  return [...lifeCycle(facts), ...rights(facts)];
}

const unusedSpace: Readonly<Record<KitFacts['database']['kind'], string>> = {
  sqlite:
    'Des numéros ou des résultats peuvent rester un jour dans l’espace libre du fichier de la base, jamais un nom ni un texte lisible.',
  mongodb: 'La base réutilise elle-même l’espace libéré.',
};

function lifeCycle({ idleDays, database }: KitFacts): Block[] {
  return [
    h1('4. De la collecte à la destruction'),
    table(
      [2, 6],
      ['étape', 'ce que fait NUM+'],
      [
        'Informer',
        'L’avis vient avant le jeu, en français ou en anglais. La personne peut le lire ou l’écouter, et l’ouvrir de nouveau quand elle veut. Textes et versions\u00a0: document 4.',
      ],
      ['Recueillir', 'Ce que la personne fait pendant qu’elle joue, et ce que le LMS envoie à l’ouverture.'],
      ['Utiliser', 'Des règles écrites d’avance donnent les points. Fiche\u00a0: document 7.'],
      ['Communiquer', 'Au LMS et aux magasins de données choisis. Liste\u00a0: document 10.'],
      [
        'Conserver',
        `Durées\u00a0: document 5. Un essai sans geste depuis ${idleDays} jours est fermé, pas effacé.`,
      ],
      [
        'Détruire',
        `Chaque jour, le programme efface ce qui dépasse la durée de l’étude; sans durée, rien. La personne peut effacer elle-même ses données dans le jeu. Sur demande, l’opérateur le fait (\`person erase\`). Restent\u00a0: la note au LMS, les vieilles copies, les fichiers exportés, les journaux, un numéro dans le registre d’audit. ${unusedSpace[database.kind]} Suite\u00a0: document 5.`,
      ],
    ),
  ];
}

function rights({ studies }: KitFacts): Block[] {
  const { contact } = sharedPlaces('fr', studies);
  return [
    h1('5. Les droits des personnes'),
    table(
      [2, 5, 4],
      ['droit', 'comment', 'qui répond ici'],
      [
        'Accès',
        'La personne lit son rapport et «\u00a0Mes données\u00a0» dans le jeu, et y prend une copie. Si elle ne peut plus ouvrir le jeu, l’opérateur fait la copie (`person export`). Une demande d’accès complète vise aussi ce que le personnel a noté hors de NUM+\u00a0: notes de rencontre, courriels, dossier papier. NUM+ ne les a pas\u00a0: rassemblez-les.',
        confirm(
          'La personne responsable, par écrit, en 30 jours au plus (20 au secteur public). Elle décide d’un effacement; la personne qui gère le serveur l’exécute.',
          'charge',
        ),
      ],
      [
        'Portabilité, depuis le 22 septembre 2024',
        'La copie existe en JSON, un format structuré et courant. Elle se remet à la personne, ou à qui la loi permet de la recevoir. La loi vise ce que la personne a fourni, pas ce qui en est déduit; la copie a les deux.',
        'comme l’accès',
      ],
      [
        'Rectification',
        'La personne demande qu’on regarde son résultat. Le personnel répond, permet un autre essai ou corrige la note dans le LMS.',
        'le personnel du cours; une demande écrite, comme l’accès',
      ],
      [
        'Retrait',
        'La personne retire son accord à la recherche dans le jeu. Elle peut cesser de jouer.',
        'la personne elle-même',
      ],
      [
        'Effacement',
        'La personne efface ses données dans le jeu, sous «\u00a0Mes données\u00a0». Sur demande, l’opérateur le fait (`person erase`). Chaque effacement laisse une attestation. La note déjà au LMS s’efface dans le LMS.',
        'comme l’accès',
      ],
      [
        'Plainte, recours',
        'À l’organisme d’abord. S’il refuse ou ne répond pas à temps, à la Commission d’accès à l’information, en général dans les 30 jours. Vérifiez le délai.',
        contact,
      ],
    ),
    h2('Vérifier qui demande'),
    points(
      'NUM+ ne connaît pas le nom. La demande faite dans le jeu est celle du compte du LMS.',
      'Par courriel, par téléphone ou par une autre personne\u00a0: vérifiez avant de répondre.',
      'Un refus se donne par écrit, avec le motif, l’article de la loi et le recours.',
    ),
    p(
      'Vérification d’identité\u00a0: ',
      confirm(
        'La personne ouvre l’activité devant le personnel, ou montre une pièce d’identité dont aucune copie n’est gardée.',
        'charge',
      ),
    ),
  ];
}
