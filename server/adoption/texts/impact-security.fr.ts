/** Chapters 6 and 7 of the impact assessment. */
import { type Block, chooseNumber, h1, h2, p, table, ticks } from '../blocks.ts';
import type { AnswerTo } from '../fill-in.ts';
import { hostsOf, type KitFacts, storesOf } from '../kit-facts.ts';
import { type OutsideWords, outsideWarnings } from '../outside-quebec.ts';
import { studyNames } from '../study-names.ts';

export const outsideWordsFr: OutsideWords = {
  where: 'Document 2, chapitre 7. ',
  about: 'Conclusion',
  asks: 'd’après les lieux du document 10',
  differs: (study) => `L’avis de ${studyNames.fr.said(study)} et cette conclusion ne s’accordent pas\u00a0: `,
  mend: (leaves) =>
    `corriger la conclusion, ou mettre \`leavesQuebec: ${String(leaves)}\` au fichier de l’étude et refaire la trousse`,
};

export function securityFr(facts: KitFacts, answerTo: AnswerTo): Block[] {
  return [...security(), ...outside(facts), ...outsideWarnings(facts.studies, answerTo, outsideWordsFr)];
}

function security(): Block[] {
  return [
    h1('6. La sécurité'),
    h2('Ce que fait le programme'),
    table(
      [3, 7],
      ['mesure', 'comment'],
      [
        'Textes chiffrés',
        'Chaque texte tapé est chiffré (AES-256-GCM) avec une clé de la personne. Sans cette clé, il ne se lit plus.',
      ],
      [
        'Clés à part',
        '`SECRET_KEY` chiffre les clés des personnes, les réponses sur la recherche et les mots de passe des magasins de données. Elle n’est ni dans la base ni dans ses copies.',
      ],
      [
        'Ce qui n’est pas chiffré par NUM+',
        'Dans la base\u00a0: les gestes, les résultats, les besoins d’accès, ce que des règles ont repéré dans un texte, et quels essais vont à la recherche. Ce dernier point montre un oui, même sans `SECRET_KEY`.',
      ],
      [
        'Journal chiffré dans le navigateur',
        'Les gestes pas encore envoyés sont chiffrés. Un texte pas encore envoyé peut rester dans l’onglet jusqu’à sa fermeture.',
      ],
      [
        'Transport',
        'Le serveur mandataire (proxy) devant NUM+ chiffre l’échange (https, TLS). La commande `doctor` vérifie que l’adresse publique répond.',
      ],
      [
        'Entrée',
        'On entre par un LMS inscrit, avec un message signé qui ne sert qu’une fois. NUM+ n’a ni compte ni mot de passe pour qui joue.',
      ],
      [
        'Sessions',
        'Elles finissent après 4 heures sans usage, 12 heures au plus. Seule une empreinte du jeton est gardée.',
      ],
      ['Accès du personnel', 'Par le rôle et les groupes que dit le LMS.'],
      [
        'Registre d’audit',
        'Il garde qui a lu, changé ou exporté quoi. Si la ligne ne peut pas être inscrite, rien n’est communiqué.',
      ],
      ['Journal du serveur', 'Des codes, des heures et des numéros. Ni nom, ni adresse IP, ni texte.'],
      ['Copies', 'Une personne effacée le reste après la restauration d’une copie.'],
      [
        'Composants de tiers',
        'Chaque version est fixée, et vérifiée par son empreinte. La liste des composants vient avec le programme (`dist/sbom.cdx.json`).',
      ],
    ),
    h2('Ce qui revient à l’organisme'),
    p('Une case non cochée est un risque\u00a0: mettez-la au plan d’action.'),
    ticks(
      'operator',
      'Le disque du serveur et les copies sont chiffrés.',
      '`SECRET_KEY` est gardée à part de la base et des copies. Un double est sous clé.',
      'Le serveur mandataire (proxy) impose https. Son certificat se renouvelle.',
      'Chaque accès au serveur est nominatif, avec authentification à deux facteurs.',
      'Le système et NUM+ reçoivent leurs mises à jour.',
      'Une copie est faite chaque jour, et une restauration a été essayée.',
      'Les journaux du serveur mandataire et de l’hébergeur ont une durée.',
      'Quelqu’un reçoit les alertes.',
    ),
  ];
}

function outside({ studies, publicHost }: KitFacts): Block[] {
  const stores = storesOf(studies);
  return [
    h1('7. Hors du Québec'),
    p(
      `Le serveur est à \`${publicHost}\`. ${stores.length === 0 ? 'Aucun magasin de données n’est réglé.' : `Des énoncés vont à ${hostsOf(stores.map(({ host }) => host))}.`} NUM+ ne sait pas où se trouve un serveur. Le document 10 demande le lieu de chacun.`,
    ),
    p(
      'Si un lieu est hors du Québec, la loi demande de l’évaluer avant (art.\u00a017; secteur public, art.\u00a070.1)\u00a0: sensibilité, fin, mesures de protection, régime juridique de l’endroit. Rien n’y va si la protection n’est pas adéquate. Une entente écrite tient compte du résultat de l’évaluation. **L’avis doit alors le dire (art.\u00a08; secteur public, art.\u00a065).** L’avis suit `leavesQuebec`, dans le fichier de l’étude\u00a0: avec `true`, il dit que les données peuvent sortir du Québec; avec `false`, qu’elles y restent; sans cette ligne, il invite à vous le demander. Donnez cette réponse à la personne qui gère le serveur.',
    ),
    p(
      'Conclusion\u00a0: ',
      chooseNumber(
        outsideWordsFr.asks,
        'charge',
        'Tout est au Québec',
        'Un lieu ou plus est hors du Québec\u00a0: son évaluation est jointe, la protection est adéquate, l’avis le dit',
      ),
    ),
  ];
}
