import type { DoctorTexts } from './doctor-texts.ts';
import type { SkipReason } from './finding.ts';
import { explainStorageReason } from '../storage/explain-reason.ts';
import { explainFault } from '../base/start-refusals.ts';
import { counted, plural } from '../base/plural.ts';

function tellRead({ readAt, reader }: { readonly readAt: string; readonly reader: string }): string {
  if (readAt === '') return 'Aucune lecture de nos clés n’est connue.';
  return `Nos clés ont été lues la dernière fois le ${readAt.replace('T', ' à ')} UTC${reader === '' ? '' : ` (${reader})`}.`;
}

const skips: Readonly<Record<SkipReason, string>> = {
  settings: 'Non vu\u00a0: les réglages ne sont pas utilisables.',
  database: 'Non vu\u00a0: la base ne peut pas servir telle quelle.',
  absent: 'Pas encore de base\u00a0: le premier démarrage la crée.',
  key: 'Non vu\u00a0: sans la bonne SECRET_KEY, nos clés pour les LMS ne s’ouvrent pas.',
};

export const doctorFr: DoctorTexts = {
  states: { ok: 'bien', note: 'à savoir', act: 'à faire', skipped: 'non vu' },
  colon: '\u00a0: ',
  findings: {
    'settings.fine': () => ['Tous les réglages sont utilisables.', ''],
    'settings.unusable': (fault) => [
      explainFault(fault, 'fr'),
      'Corriger ce réglage; .env.example dit ce qu’est chacun.',
    ],
    'settings.trial': () => [
      'ALLOW_INSECURE_LOOPBACK est à on, alors que PUBLIC_URL est une adresse pour les autres.',
      'Le mettre à off\u00a0: il sert aux essais sur une seule machine.',
    ],
    'settings.misspelt': ({ setting, near }) => [
      `${setting} est là, et n’est pas un réglage de NUM+. Tout près\u00a0: ${near}.`,
      'Corriger ce nom s’il est pour NUM+\u00a0: rien n’y est lu. .env.example nomme chaque réglage.',
    ],
    'key.strong': () => ['SECRET_KEY semble tirée au hasard.', ''],
    'key.weak': () => [
      'SECRET_KEY a peu de caractères différents, ou contient un mot\u00a0: elle pourrait être devinée.',
      'En faire une avec `openssl rand -base64 48`. Mettre l’ancienne clé dans SECRET_KEY_PREVIOUS et la nouvelle dans SECRET_KEY. Redémarrer, puis lancer `secret rotate --apply`.',
    ],
    'key.same-twice': () => [
      'SECRET_KEY_PREVIOUS est la même que SECRET_KEY.',
      'Y mettre la clé d’avant le changement, ou retirer ce réglage.',
    ],
    'key.fits': ({ count }) => [`SECRET_KEY ouvre tout ce qui est scellé par elle (${count}).`, ''],
    'key.unreadable': ({ count, opened }) => [
      `Aucune clé donnée n’ouvre ${counted('fr', count, { one: 'valeur scellée', other: 'valeurs scellées' })}.`,
      `Mettre dans ${opened === 0 ? 'SECRET_KEY' : 'SECRET_KEY_PREVIOUS'} la clé qui ${plural('fr', count, { one: 'l’a scellée', other: 'les a scellées' })}. Une sauvegarde s’ouvre avec la clé de son époque.`,
    ],
    'key.previous-needed': ({ count }) => [
      `SECRET_KEY_PREVIOUS sert encore\u00a0: ${counted('fr', count, { one: 'valeur n’est scellée', other: 'valeurs ne sont scellées' })} que par elle.`,
      'Lancer `secret rotate --apply`.',
    ],
    'key.previous-idle': () => [
      'SECRET_KEY_PREVIOUS ne sert plus à rien ouvrir.',
      'Garder une copie de /xapi/keys pour les anciens reçus, puis retirer ce réglage.',
    ],
    'database.absent': () => ['Il n’y a pas encore de base.', 'Le premier démarrage la crée.'],
    'database.unusable': ({ reason }) => [explainStorageReason(reason, 'fr'), ''],
    'database.older': ({ version, known }) => [
      `La base est à la version ${version}; ce NUM+ la portera à la version ${known}.`,
      'Faire une copie avec `backup` avant le prochain démarrage.',
    ],
    'database.whole': ({ version, megabytes }) => [
      `Chaque page de la base a été lue et est intacte (version ${version}, ${megabytes}\u00a0Mo).`,
      '',
    ],
    'database.damaged': ({ fault }) => [
      `La base est endommagée\u00a0: ${fault}`,
      'Arrêter l’outil, garder la base comme elle est et remettre la dernière sauvegarde ailleurs avec `restore`.',
    ],
    'database.readable': () => [
      'D’autres personnes de cette machine peuvent lire le fichier de la base.',
      'Leur retirer ce droit\u00a0: chmod 600 pour le fichier, 700 pour son dossier.',
    ],
    'server.whole': ({ version, megabytes, server }) => [
      `MongoDB ${server} répond. Chaque ligne se lit et chaque journal est entier (version ${version}, ${megabytes}\u00a0Mo).`,
      '',
    ],
    'server.old': ({ server, oldest }) => [
      `Le serveur est un MongoDB ${server}; NUM+ demande la version ${oldest} ou une plus récente.`,
      'Mettre le serveur à jour.',
    ],
    'server.replicated': () => ['La base est dans un jeu de réplicas.', ''],
    'server.alone': () => [
      'La base est sur un seul serveur, sans jeu de réplicas\u00a0: ce qui est confirmé peut se perdre avec son disque.',
      'Pour une vraie étude, monter un jeu de réplicas.',
    ],
    'server.open': () => [
      'Le serveur n’exige ni utilisateur ni mot de passe\u00a0: quiconque l’atteint peut tout lire et tout changer.',
      'Exiger un utilisateur et un mot de passe, ou ne laisser l’atteindre que cette machine.',
    ],
    'server.rights': ({ rights }) => [
      `Il manque des droits à l’utilisateur de DATABASE_URL\u00a0: ${rights}.`,
      'Lui donner le rôle readWrite sur sa base.',
    ],
    'server.indexes': ({ indexes }) => [
      `Il manque des index, dont certains servent de verrous\u00a0: ${indexes}.`,
      'Arrêter l’outil, faire une copie avec `backup` et la remettre dans une base vide avec `restore`.',
    ],
    'server.clock': ({ seconds }) => [
      seconds > 0
        ? `L’horloge du serveur de la base avance de ${seconds}\u00a0s sur celle-ci.`
        : `L’horloge du serveur de la base retarde de ${-seconds}\u00a0s sur celle-ci.`,
      'Laisser les deux machines régler leur horloge par le réseau (NTP).',
    ],
    'disk.room': ({ megabytes }) => [`Il reste ${megabytes}\u00a0Mo à côté de la base.`, ''],
    'disk.little': ({ megabytes }) => [
      `Il ne reste que ${megabytes}\u00a0Mo à côté de la base.`,
      'Faire de la place avant que ce soit plein\u00a0: une copie de la base devrait y tenir.',
    ],
    'disk.full': ({ megabytes }) => [
      `Le disque est presque plein\u00a0: il reste ${megabytes}\u00a0Mo à côté de la base.`,
      'Faire de la place maintenant\u00a0: sans elle, plus rien ne peut être gardé.',
    ],
    'content.fine': ({ forms }) => [
      `${counted('fr', forms, { one: 'parcours peut être joué', other: 'parcours peuvent être joués' })}.`,
      '',
    ],
    'content.problems': ({ count }) => [
      `Les contenus ont ${counted('fr', count, { one: 'faute', other: 'fautes' })}.`,
      plural('fr', count, { one: '`scenario check` la nomme.', other: '`scenario check` les nomme.' }),
    ],
    'content.no-client': () => ['Les pages ne sont pas construites.', 'Lancer `npm run build`.'],
    'platform.none': () => [
      'Aucun LMS n’est connecté.',
      '`platform invite` ou `platform add` en connecte un.',
    ],
    'platform.inactive': () => [
      'Ce LMS attend une approbation, ou a été retiré.',
      '`platform list`, puis `platform approve` si c’est le vôtre.',
    ],
    'platform.no-deployments': () => [
      'Aucun déploiement n’est approuvé\u00a0: personne ne peut ouvrir d’activité.',
      '`deployment list`, puis `deployment approve`.',
    ],
    'platform.waiting': ({ count }) => [
      `Déploiements qui attendent une approbation\u00a0: ${count}.`,
      '`deployment list --pending`, puis `deployment approve`.',
    ],
    'platform.fine': (read) => [`Ses clés se lisent, et il donne un jeton. ${tellRead(read)}`, ''],
    'platform.keys-unreachable': ({ code }) => [
      `Ses clés ne se lisent pas (${code})\u00a0: personne ne peut ouvrir d’activité.`,
      'Vérifier l’adresse de ses clés dans `platform show`, le réseau et le pare-feu.',
    ],
    'platform.token-unreachable': ({ reason }) => [
      `Son adresse de jetons ne répond pas comme il faut (${reason})\u00a0: aucune note ne peut y aller.`,
      'Vérifier cette adresse dans `platform show`, le réseau et le pare-feu.',
    ],
    'platform.keys-unread': ({ product, said, host, port, keys, ...read }) => [
      product === 'moodle'
        ? `Moodle n’a pas pu lire nos clés (${said})\u00a0: ni choix de contenu ni note. ${tellRead(read)}`
        : `Il n’a pas pu lire nos clés (${said})\u00a0: ni choix de contenu ni note. ${tellRead(read)}`,
      product === 'moodle'
        ? `Dans l’outil, chez Moodle, vérifier le champ «\u00a0Public keyset\u00a0»\u00a0: ${keys}. S’il est juste\u00a0: Administration du site, Général, Sécurité, Sécurité HTTP. Dans curlsecurityblockedhosts, retirer ce qui bloque ${host}; dans curlsecurityallowedport, vérifier que ${port} y est, sur sa propre ligne. Autre cause possible\u00a0: le pare-feu ou le certificat de ${host}. Puis relancer \`doctor\`.`
        : `Vérifier le champ «\u00a0Public keyset\u00a0» (JWKS) de l’outil\u00a0: ${keys}. S’il est juste, vérifier que le serveur du LMS peut joindre ${host}, port ${port}. Puis relancer \`doctor\`.`,
    ],
    'platform.token-refused': ({ said, ...read }) => [
      `Il refuse de donner un jeton (${said})\u00a0: aucune note ne peut y aller. ${tellRead(read)}`,
      'Vérifier que NUM+ y est encore, avec l’identifiant client et l’adresse des clés de `platform show`.',
    ],
    'platform.no-grades': () => [
      'Il ne donne pas de jeton pour les notes.',
      'Pour avoir des notes, permettre le service de notes (AGS) à NUM+ dans le LMS.',
    ],
    'store.none': () => [
      'Aucun magasin de données n’est nommé\u00a0: les énoncés sont gardés ici.',
      '`lrs add` en nomme un.',
    ],
    'store.fine': ({ said }) => [
      `Le magasin de données répond (${said === '' ? 'sans version' : said}).`,
      '',
    ],
    'store.paused': ({ code }) => [`En pause (${code}).`, '`lrs resume` le remet en marche.'],
    'store.failed': ({ code, said }) => [
      `Le magasin ne va pas (${code})${said === '' ? '.' : `. Il dit\u00a0: ${said}`}`,
      '`lrs test` l’essaie de bout en bout; la page sur les magasins de données explique chaque code.',
    ],
    'store.dead-letters': ({ count }) => [
      `Il refuse des énoncés (lettres mortes)\u00a0: ${count}.`,
      '`outbox dead` dit pourquoi; ensuite `outbox replay` ou `outbox discard`.',
    ],
    'store.behind': ({ count, hours }) => [
      `Énoncés qui attendent\u00a0: ${count}, le plus ancien depuis ${hours}\u00a0h.`,
      'Vérifier que `serve` ou `worker` tourne, puis `lrs test`.',
    ],
    'backlog.room': ({ pending, limit }) => [
      `Énoncés qui attendent\u00a0: ${pending}, sur ${limit} permis.`,
      '',
    ],
    'backlog.no-worker': ({ pending }) => [
      `Aucun processus d’envoi ne tourne, et ${counted('fr', pending, { one: 'énoncé attend', other: 'énoncés attendent' })}.`,
      'Démarrer `worker`, ou `serve` sans --no-worker.',
    ],
    'backlog.high': ({ pending, limit }) => [
      `Énoncés qui attendent\u00a0: ${pending}, sur ${limit} permis. Bientôt, les jeux garderont leur travail sur la page.`,
      'Réparer les magasins de données, ou augmenter OUTBOX_LIMIT.',
    ],
    'grades.fine': () => ['Aucune note n’a été abandonnée.', ''],
    'grades.failed': ({ count }) => [
      `Notes abandonnées\u00a0: ${count}.`,
      '`grades status` dit pourquoi; une fois réparé, `grades resend --failed`.',
    ],
    'public.fine': () => ['L’outil répond à son adresse publique.', ''],
    'public.unreachable': ({ fault }) => [
      `L’outil ne répond pas à son adresse publique (${fault}).`,
      'Vérifier que `serve` tourne, le mandataire, le nom et le certificat.',
    ],
    'public.other': ({ status }) => [
      `Autre chose répond à l’adresse publique (statut ${status}).`,
      'Vérifier PUBLIC_URL et où mène le mandataire.',
    ],
    'proxy.fine': ({ hops }) => [`Mandataires devant l’outil\u00a0: ${hops}, comme le dit TRUST_PROXY.`, ''],
    'proxy.differs': ({ hops, trusted }) => [
      `Les mandataires nomment ${counted('fr', hops, { one: 'adresse', other: 'adresses' })} (X-Forwarded-For), et TRUST_PROXY vaut ${trusted}.`,
      'Faire ajouter l’adresse par chaque mandataire, et donner leur nombre à TRUST_PROXY.',
    ],
    'clock.fine': () => ['L’horloge est d’accord avec celles des autres.', ''],
    'clock.unknown': () => ['Personne n’a donné d’heure à laquelle comparer l’horloge.', ''],
    'clock.off': ({ seconds }) => [
      seconds > 0
        ? `L’horloge semble avancer de ${seconds}\u00a0s.`
        : `L’horloge semble retarder de ${-seconds}\u00a0s.`,
      'Laisser la machine régler son horloge par le réseau (NTP).',
    ],
    skipped: ({ because }) => [skips[because], ''],
  },
};
