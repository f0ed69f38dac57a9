import { type Block, fill, h1, p, points, table } from '../blocks.ts';
import type { KitFacts } from '../kit-facts.ts';
import { retentionRows } from '../retention-rows.ts';

export function retentionFr({ studies }: KitFacts): Block[] {
  return [
    p('Ce calendrier dit combien de temps dure chaque sorte de renseignement, et qui la détruit.'),
    h1('La durée de chaque étude'),
    table(
      [3, 2, 2],
      ['étude', 'accompagnement', 'recherche'],
      ...studies.map(({ name, facts: { keptMonths, research } }) => [
        name,
        keptMonths === null ? fill('durée, en mois', 'charge', 2) : `${keptMonths} mois`,
        research === null
          ? 'rien n’est demandé'
          : research.keptMonths === null
            ? fill('durée, en mois', 'research', 2)
            : `${research.keptMonths} mois, chez l’équipe`,
      ]),
    ),
    points(
      'L’avis promet la durée d’accompagnement. Sans durée, l’avis dit que l’organisme décide, et rien n’est effacé avec le temps.',
      'Une fois par jour, le programme efface ce qui dépasse la durée. `./bin/numplus.js retention show` dit les durées et ce qui les dépasse. `retention purge` efface tout de suite; avec `--dry-run`, il compte sans effacer.',
      'Le registre `audit`, qui dit qui a lu quoi, dure `AUDIT_KEPT_MONTHS` mois, 60 d’habitude. Le programme efface ensuite ses lignes, et le dit dans le registre.',
      'Le journal du serveur sort du programme. Sa durée se règle dans le système qui le garde\u00a0: `MaxRetentionSec` de journald, ou `max-size` et `max-file` de Docker.',
      'La durée de recherche lie l’équipe, dans son magasin et ses fichiers. NUM+ ne l’applique pas là-bas.',
      'La durée compte depuis la dernière entrée au journal de la personne\u00a0: son geste, une décision du personnel, un nouveau calcul ou la fermeture d’un essai. Qui joue dans deux études garde ce que l’autre garde encore.',
      'Qui a ouvert l’activité sans jamais jouer n’est pas effacé avec le temps\u00a0: `person erase`.',
      'Après un effacement restent la note au LMS, les vieilles copies, les fichiers exportés, les journaux, et un numéro dans le registre des accès (`audit`). Un magasin de données garde les énoncés annulés, sous pseudonyme. Avec SQLite, des numéros ou des résultats peuvent rester un jour dans la place libre du fichier. Une empreinte de la personne reste, pour l’effacer de nouveau si une copie est restaurée.',
      '**Si une décision s’appuie sur un résultat,** la loi du secteur privé demande de garder au moins un an ce qui a servi (art. 11). Choisissez au moins 12 mois. La personne peut s’effacer avant\u00a0: gardez alors la décision et ses raisons à son dossier.',
    ),
    h1('Ce que le programme garde'),
    p(
      'Ce tableau vient de la carte des données (document 3). «\u00a0Qui détruit\u00a0» est à confirmer là où c’est surligné.',
    ),
    table(
      [4, 3, 3],
      ['où', 'combien de temps', 'qui détruit'],
      ...retentionRows('fr', {
        alone: 'le programme, seul',
        database: 'le programme selon la durée de l’étude, ou l’opérateur sur demande',
        removed: fill('qui enlève ce qui ne sert plus', 'operator'),
        log: fill('durée du journal du serveur, et qui le règle', 'operator'),
        store: fill('durée chez chaque magasin de données', 'contract', 2),
        lms: fill('durée des notes dans le LMS', 'lms'),
        file: fill('qui peut exporter, et quand ses fichiers sont détruits', 'staff', 2),
      }),
    ),
    h1('Ce qui est hors du programme'),
    table(
      [3, 4, 3],
      ['quoi', 'à savoir', 'durée et qui détruit'],
      [
        'Copies de la base',
        'Elles ont les mêmes champs que la base. NUM+ n’efface aucune vieille copie.',
        fill('durée des copies', 'operator'),
      ],
      [
        '`SECRET_KEY`',
        'Sans elle, les textes d’une copie ne s’ouvrent plus. Gestes et résultats restent lisibles.',
        fill('où elle est, qui la détruit à la fin', 'operator'),
      ],
      [
        'Papier imprimé',
        'Le personnel peut imprimer une fiche.',
        fill('où il va, quand il est détruit', 'staff'),
      ],
    ),
    h1('À la fin du service'),
    p(
      'Arrêtez NUM+. Effacez la base et toutes ses copies. Détruisez `SECRET_KEY` et ses anciennes valeurs. Demandez à chaque magasin d’effacer, par écrit. Gardez la preuve.',
    ),
  ];
}
