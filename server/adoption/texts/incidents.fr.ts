import {
  type Block,
  confirm,
  h1,
  h1OnNewPage,
  laterTicks,
  p,
  points,
  quote,
  steps,
  table,
} from '../blocks.ts';

export function incidentsFr(): Block[] {
  return [
    p(
      'Un incident de confidentialité est un accès, un usage ou une communication que la loi ne permet pas, la perte d’un renseignement personnel, ou toute autre atteinte à sa protection. Chaque incident va au registre, même si personne n’en subit de préjudice.',
    ),
    p(
      'Qui tient ce registre et envoie les avis\u00a0: ',
      confirm('La personne responsable du document 1; en son absence, la direction du service.', 'charge'),
    ),
    h1('Le registre'),
    p('**La première ligne est un exemple inventé. Supprimez-la avant d’utiliser le registre.**'),
    table(
      [3, 4, 4, 2, 4, 3, 4],
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
        '**EXEMPLE, à supprimer.**\n2\u00a0mars 2026; connu le 3\u00a0mars',
        'Noms et résultats d’un groupe (fichier `groupe.csv`)',
        'Le fichier est parti par courriel à une mauvaise adresse.',
        '14, au Québec',
        'Non. Le fichier nomme les aides, qui peuvent être sensibles. Mais la personne qui l’a reçu a confirmé l’avoir effacé sans l’ouvrir.',
        'Commission\u00a0: non requis.\nPersonnes\u00a0: le 4\u00a0mars.',
        'Rappel au personnel; le fichier se partage dans le LMS seulement.',
      ],
      ...Array.from({ length: 6 }, () => Array.from({ length: 7 }, () => '')),
    ),
    p(
      'Le règlement demande de garder chaque ligne au moins cinq ans après que l’organisme a connu l’incident.',
    ),
    h1('Que faire'),
    steps(
      'Contenir l’incident\u00a0: voir «\u00a0Vérifier et contenir\u00a0», plus bas.',
      'Remplir une ligne du registre avec ce qui est connu.',
      'Évaluer le risque de préjudice sérieux, avec la personne responsable.',
      'S’il est sérieux\u00a0: aviser vite la Commission d’accès à l’information, puis les personnes touchées.',
      'Corriger ce qui l’a permis, et noter la mesure.',
    ),
    h1('Le risque de préjudice sérieux'),
    laterTicks(
      'Les renseignements sont sensibles\u00a0: santé, besoins d’accès, textes écrits.',
      'On peut craindre une suite grave\u00a0: perte d’un emploi ou d’une aide, humiliation, vol d’identité.',
      'Un usage nuisible est probable\u00a0: geste voulu, destinataire inconnu, rien n’est récupéré.',
    ),
    points(
      'NUM+ ne garde ni nom ni courriel. Mais une note dans le LMS ou un fichier du personnel peut porter le nom.',
      'Une copie de la base montre les gestes, les résultats, les besoins d’accès et quels essais vont à la recherche, donc un oui. Avec `SECRET_KEY`, elle montre aussi les textes et toutes les réponses sur la recherche.',
    ),
    h1('Vérifier et contenir'),
    table(
      [3, 6],
      ['ce qu’il faut vérifier ou contenir', 'commande, pour la personne qui gère le serveur'],
      ['Qui a fait quoi', '`./bin/numplus.js audit list --since DATE`'],
      ['Un appareil ou un compte', 'bloquer dans le LMS, puis `./bin/numplus.js session end --person ID`'],
      ['Beaucoup de personnes', '`./bin/numplus.js session end --all`, ou arrêter le service'],
      ['Un LMS', '`./bin/numplus.js platform remove RÉFÉRENCE --yes` (la connexion est perdue)'],
      ['Un magasin de données', '`./bin/numplus.js lrs pause ID`, puis changer ses accès'],
      [
        '`SECRET_KEY`',
        'la changer, puis `./bin/numplus.js secret rotate --apply`, puis `./bin/numplus.js platform rotate-keys RÉFÉRENCE` pour chaque LMS. Une copie déjà sortie s’ouvre encore avec l’ancienne valeur',
      ],
      ['Des énoncés exportés', '`./bin/numplus.js receipt verify FICHIER` dit s’ils ont été changés'],
    ),
    ...notices(),
  ];
}

/** What goes to the Commission and to the people, on the day that it is needed. */
function notices(): Block[] {
  return [
    h1('L’avis à la Commission'),
    p(
      'S’il y a un risque de préjudice sérieux, écrivez vite à la Commission d’accès à l’information. Son site a un formulaire\u00a0: vérifiez ce qu’il demande. Préparez\u00a0:',
    ),
    laterTicks(
      'Le nom de l’organisme et son NEQ (document 1).',
      'Le nom et les coordonnées de la personne à joindre.',
      'Les renseignements visés, ou pourquoi on ne le sait pas encore.',
      'Ce qui est arrivé, et la cause si elle est connue.',
      'La date ou la période de l’incident, et celle où l’organisme l’a connu.',
      'Le nombre de personnes, et combien sont au Québec; sinon, une estimation.',
      'Pourquoi le préjudice peut être sérieux\u00a0: sensibilité, usages et suites possibles, probabilité.',
      'Ce qui est fait ou prévu pour aviser les personnes, avec la date.',
      'Ce qui est fait ou prévu pour réduire le risque et pour que cela ne se répète pas, avec la date.',
      'Si c’est le cas, l’autorité d’un autre endroit qui est avisée aussi.',
    ),
    p(
      'Qui tient le registre écrit à la Commission et aux personnes. Ce qui est appris plus tard est envoyé aussi à la Commission. L’avis aux personnes peut attendre tant qu’il risque de nuire à une enquête sur un crime ou une infraction.',
    ),
    h1OnNewPage('Modèle de lettre à la personne'),
    p('Remplacez ce qui est entre crochets. Envoyez-la à la personne, en mots simples.'),
    quote(
      '[Organisme], le [date]',
      'Bonjour [nom],',
      'Le [date ou période], [ce qui est arrivé, en une phrase]. Nous l’avons appris le [date].',
      'Ces renseignements sur vous sont touchés\u00a0: [liste]. [Si vous l’avez vérifié\u00a0: Votre mot de passe et votre numéro d’assurance sociale n’y sont pas.]',
      'Voici ce que nous avons fait\u00a0: [mesures]. Voici ce que nous ferons encore\u00a0: [mesures].',
      'Voici ce que vous pouvez faire\u00a0: [par exemple, vous méfier des messages qui parlent de votre résultat].',
      'Des questions? Écrivez à [nom, courriel, téléphone]. Vous pouvez aussi écrire à la Commission d’accès à l’information.',
      'Nous le regrettons. [Nom, titre]',
    ),
  ];
}
