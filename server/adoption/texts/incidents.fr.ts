import { type Block, fill, h1, p, points, steps, table, ticks } from '../blocks.ts';

export function incidentsFr(): Block[] {
  return [
    p(
      'Un incident de confidentialité est un accès, un usage ou une communication que la loi ne permet pas, ou la perte d’un renseignement personnel. Tous vont au registre, même sans préjudice.',
    ),
    p('Qui tient ce registre\u00a0: ', fill('nom, titre, remplacement', 'charge')),
    h1('Le registre'),
    table(
      [2, 4, 4, 2, 4, 3, 4],
      [
        'dates (incident; connu le)',
        'renseignements visés',
        'circonstances',
        'personnes touchées',
        'risque de préjudice sérieux, et pourquoi',
        'avis (Commission; personnes)',
        'mesures prises',
      ],
      [
        '**Exemple.** 2026-03-02; connu le 2026-03-03',
        'Noms et résultats d’un groupe (fichier `groupe.csv`)',
        'Le fichier est parti par courriel à une mauvaise adresse.',
        '14, au Québec',
        'Non. Le destinataire a confirmé l’avoir effacé sans l’ouvrir. Peu sensible.',
        'Commission\u00a0: non requis. Personnes\u00a0: informées le 2026-03-04.',
        'Rappel au personnel; le fichier se partage dans le LMS seulement.',
      ],
      ...Array.from({ length: 6 }, () => Array.from({ length: 7 }, () => '')),
    ),
    p('Le règlement demande de garder chaque ligne au moins cinq ans après que l’incident est connu.'),
    h1('Que faire'),
    steps(
      'Contenir. Voyez le tableau plus bas.',
      'Écrire une ligne au registre, avec ce qui est connu.',
      'Évaluer le risque de préjudice sérieux, avec la personne responsable.',
      'S’il est sérieux\u00a0: aviser vite la Commission d’accès à l’information, puis les personnes touchées.',
      'Corriger ce qui l’a permis, et noter la mesure.',
    ),
    h1('Le risque de préjudice sérieux'),
    ticks(
      'Les renseignements sont sensibles\u00a0: santé, besoins d’accès, textes écrits.',
      'On peut craindre une suite grave\u00a0: perte d’un emploi ou d’une aide, humiliation, vol d’identité.',
      'Un usage nuisible est probable\u00a0: geste voulu, destinataire inconnu, rien n’est récupéré.',
    ),
    points(
      'NUM+ ne garde ni nom ni courriel. Mais une note dans le LMS ou un fichier du personnel peut porter le nom.',
      'Une copie de la base montre gestes et résultats. Avec `SECRET_KEY`, elle montre aussi les textes et les réponses sur la recherche.',
    ),
    h1('Regarder et contenir'),
    table(
      [3, 6],
      ['ce qui est touché', 'commande, pour la personne qui gère le serveur'],
      ['Savoir qui a fait quoi', '`./bin/numplus.js audit list --since DATE`'],
      ['Un appareil ou un compte', 'bloquer dans le LMS, puis `./bin/numplus.js session end --person ID`'],
      ['Beaucoup de monde', '`./bin/numplus.js session end --all`, ou arrêter le service'],
      ['Un LMS', '`./bin/numplus.js platform remove RÉFÉRENCE --yes` (la connexion est perdue)'],
      ['Un magasin de données', '`./bin/numplus.js lrs pause ID`, puis changer ses accès'],
      [
        '`SECRET_KEY`',
        'la changer, puis `./bin/numplus.js secret rotate --apply`, puis `./bin/numplus.js platform rotate-keys RÉFÉRENCE` pour chaque LMS. Une copie déjà sortie s’ouvre encore avec l’ancienne valeur',
      ],
      ['Des énoncés exportés', '`./bin/numplus.js receipt verify FICHIER` dit s’ils ont été changés'],
    ),
    h1('L’avis à la Commission'),
    p(
      'La Commission a un formulaire sur son site. Il reprend les colonnes du registre. Il demande aussi les coordonnées d’une personne à joindre. ',
      fill('qui écrit à la Commission, et qui écrit aux personnes', 'charge'),
    ),
  ];
}
