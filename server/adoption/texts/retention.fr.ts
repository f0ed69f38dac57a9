import { type Block, confirm, fill, h1, p, points, table } from '../blocks.ts';
import { hostNames, type KitFacts, storesOf } from '../kit-facts.ts';
import { retentionRows } from '../retention-rows.ts';
import { studyNames } from '../study-names.ts';
import { labelsFr, tablesApartFr } from './retention-apart.ts';

export function retentionFr(facts: KitFacts): Block[] {
  return [
    p('Ce calendrier dit combien de temps dure chaque sorte de renseignement, et qui la détruit.'),
    ...ofStudies(facts),
    ...ofProgram(facts),
    ...absent(facts),
    ...outside(),
    h1('À la fin du service'),
    p(
      'Arrêtez NUM+. Effacez la base et toutes ses copies. Détruisez `SECRET_KEY` et ses anciennes valeurs. Détruisez la liste des personnes effacées. Demandez à chaque magasin de données d’effacer, par écrit. Gardez la preuve.',
    ),
  ];
}

function ofStudies({ studies, auditMonths, database }: KitFacts): Block[] {
  return [
    h1('La durée de chaque étude'),
    table(
      [3, 3, 2],
      ['étude', 'accompagnement', 'recherche'],
      ...(studies.length === 0
        ? [['aucune étude', 'rien n’est effacé automatiquement', 'rien n’est demandé']]
        : []),
      ...studies.map(({ name, facts: { keptMonths, research } }) => [
        studyNames.fr.title(name),
        keptMonths === null
          ? confirm('24 mois. À écrire dans le fichier de l’étude\u00a0: `keptMonths`.', 'charge')
          : `${keptMonths} mois`,
        research === null
          ? 'rien n’est demandé'
          : research.keptMonths === null
            ? fill('durée, en mois', 'research')
            : `${research.keptMonths} mois, chez l’équipe`,
      ]),
    ),
    points(
      'L’avis promet la durée d’accompagnement. Sans durée, l’avis dit que l’organisme décide, et rien n’est effacé automatiquement.',
      'Une fois par jour, le programme efface ce qui dépasse la durée. `./bin/numplus.js retention show` dit les durées et ce qui les dépasse. `retention purge` efface tout de suite; avec `--dry-run`, il compte sans effacer.',
      `Le registre d’audit, qui dit qui a lu quoi, dure ${auditMonths} mois ici (\`AUDIT_KEPT_MONTHS\`; 60 par défaut). Le programme efface ensuite ses lignes, et le note au registre.`,
      'NUM+ ne garde pas le journal du serveur\u00a0: le système autour de lui le garde. La personne qui gère le serveur y règle la durée\u00a0: `MaxRetentionSec` de journald, ou `max-size` et `max-file` de Docker.',
      'La durée de recherche lie l’équipe, dans son magasin et ses fichiers. NUM+ ne peut pas l’y appliquer.',
      'La durée compte depuis la dernière entrée au journal de la personne\u00a0: son geste, une décision du personnel, un nouveau calcul ou la fermeture d’un essai. Si une personne joue dans deux études, chaque étude garde sa part selon sa propre durée.',
      `Après un effacement restent la note au LMS, les vieilles copies, les fichiers exportés, les journaux, et un numéro dans le registre d’audit. Un magasin de données garde les énoncés annulés, sous pseudonyme.${database.kind === 'sqlite' ? ' Des numéros ou des résultats peuvent rester un jour dans l’espace libre du fichier de la base.' : ''}`,
      '**Si une décision s’appuie sur un résultat,** la loi du secteur privé demande de garder au moins un an ce qui a servi (art.\u00a011). L’année compte depuis la décision, pas depuis le jeu\u00a0: choisissez plus de 12 mois, par exemple 24. La personne peut effacer ses données avant\u00a0: gardez à son dossier la décision, ses raisons et le résultat qui a servi.',
      '**Organisme public\u00a0:** le calendrier de conservation est aussi soumis à la Loi sur les archives. Vérifiez avec qui s’en occupe.',
    ),
  ];
}

function ofProgram({ studies, auditMonths }: KitFacts): Block[] {
  return [
    h1('Ce que le programme garde'),
    p(
      'Ce tableau vient de la carte des données (document 3); les noms entre parenthèses sont les siens. Ce qui est surligné est à remplir ou à confirmer.',
    ),
    table(
      [4, 3, 3],
      ['quoi', 'combien de temps', 'qui détruit'],
      ...retentionRows('fr', {
        labels: labelsFr,
        destroyers: {
          alone: 'le programme, seul',
          database:
            'le programme à la fin de la durée de l’étude, la personne dans le jeu, ou l’opérateur sur demande',
          log: confirm('90 jours, réglés par la personne qui gère le serveur.', 'operator'),
          store:
            storesOf(studies).length === 0
              ? 'sans objet\u00a0: aucun magasin de données'
              : fill(`durée chez ${hostNames(storesOf(studies))}`, 'contract'),
          lms: confirm('Comme les autres notes du cours. L’équipe du LMS les détruit.', 'lms'),
          file: confirm(
            'Seul le personnel du cours et l’opérateur exportent. Qui exporte détruit, au plus un an après.',
            'staff',
          ),
        },
        apart: tablesApartFr(auditMonths),
      }),
    ),
  ];
}

function absent({ studies }: KitFacts): Block[] {
  const open = studies.filter(({ isClosed }) => !isClosed);
  const isKept = open.length === 0 || open.some(({ facts: { keptMonths } }) => keptMonths === null);
  return [
    h1('Qui ne joue pas, ou ne revient pas'),
    table(
      [3, 4, 4],
      ['personne', 'ce que fait le programme', 'qui efface, et quand'],
      [
        'A joué, puis ne revient pas',
        'Sa durée compte depuis la dernière entrée à son journal. Un essai laissé se ferme seul, ce qui fait une entrée.',
        isKept
          ? 'le programme, à la fin de la durée; sans durée, personne'
          : 'le programme, à la fin de la durée',
      ],
      [
        'A ouvert l’activité sans jamais jouer',
        'Il garde un numéro et l’identifiant du LMS et, s’il y en a, les groupes, les réglages de confort et ce que le personnel a réglé. Il ne les efface pas seul, même après la durée, et n’en donne pas la liste. On cherche chaque personne par son identifiant du LMS\u00a0: `person find`, `person show`, puis `person erase`.',
        confirm(
          'Une fois par an, et à la fin du cours. La personne qui gère le LMS donne la liste, sans le personnel; celle qui gère le serveur efface qui n’a pas joué.',
          'operator',
        ),
      ],
    ),
  ];
}

function outside(): Block[] {
  return [
    h1('Ce qui est hors du programme'),
    table(
      [3, 4, 4],
      ['quoi', 'à savoir', 'durée et qui détruit'],
      [
        'Copies de la base',
        'Elles ont les mêmes champs que la base. NUM+ n’efface aucune vieille copie.',
        confirm('90 jours. La personne qui gère le serveur les détruit.', 'operator'),
      ],
      [
        '`SECRET_KEY`',
        'Sans elle, les textes d’une copie ne s’ouvrent plus. Gestes et résultats restent lisibles.',
        'Tant que la base existe, dans un coffre à part. L’opérateur la détruit.',
      ],
      [
        'Papier imprimé',
        'Le personnel peut imprimer une fiche.',
        confirm('Au dossier sous clé, ou déchiqueté après la rencontre.', 'staff'),
      ],
    ),
  ];
}
