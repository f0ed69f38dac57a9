import type { StorageReason } from './storage-reasons.en.ts';

export const storageReasonsFr: Readonly<Record<StorageReason, string>> = {
  'read-only':
    'On ne peut pas écrire dans ce fichier ou dans son dossier. Nommer un fichier, et donner à cet utilisateur le droit d’y écrire.',
  'cannot-open':
    'Le fichier ne s’ouvre pas. Vérifier DATABASE_URL, le fichier que vous avez nommé, et le dossier de chacun.',
  'not-a-database':
    'Le fichier n’est pas une base. Vérifier DATABASE_URL, ou le fichier que vous avez nommé.',
  'foreign-database':
    'La base appartient à un autre programme, et reste intacte. Vérifier DATABASE_URL, ou le fichier que vous avez nommé.',
  'newer-version':
    'La base vient d’un NUM+ plus récent. Démarrer cette version-là; celle-ci l’a laissée intacte.',
  absent: 'Il n’y a rien à lire à cet endroit. Vérifier son nom.',
  taken:
    'L’endroit où écrire n’est pas vide\u00a0: rien n’y a été touché. En nommer un où il n’y a rien. Pour `restore`, c’est DATABASE_URL\u00a0: mettre de côté le fichier, et ses voisins -wal et -shm.',
  'in-use': 'Cette base est en service\u00a0: son fichier -wal est à côté. Faire une copie avec `backup`.',
  'copy-differs':
    'La copie ne contient pas ce que la base contient. Elle n’a pas été gardée; essayer de nouveau.',
  corrupt: 'Le fichier de la base est endommagé. Remettre une sauvegarde.',
  full: 'Le disque est plein. Y faire de la place; ce qui a été confirmé est en sûreté.',
  'input-output': 'Le disque ne se laisse pas lire ou écrire. Regarder le disque et le journal du système.',
  'unreadable-row':
    'La base contient une ligne que NUM+ ne sait pas lire. Lancer `doctor`, ou remettre une sauvegarde.',
  busy: 'Un autre processus tient la base. Essayer de nouveau.',
  'wrong-address':
    'DATABASE_URL n’est pas l’adresse d’une base MongoDB\u00a0: mongodb://<hôte>/<nom de la base>.',
  'weak-address':
    'DATABASE_URL a une option qui peut faire perdre du travail confirmé. Enlever cette option.',
  'not-atomic':
    'Ce serveur laisse gagner deux écritures quand une seule le peut. Il faut MongoDB 6 ou plus récent.',
  unreachable:
    'Aucun serveur MongoDB ne répond à l’adresse de DATABASE_URL. Vérifier l’adresse, et que le serveur tourne.',
  'auth-failed': 'MongoDB refuse l’utilisateur ou le mot de passe de DATABASE_URL.',
  'not-allowed':
    'L’utilisateur de DATABASE_URL n’a pas tous les droits dans sa base. Il lui faut le rôle readWrite.',
  'no-primary': 'Aucun serveur de MongoDB ne prend d’écritures en ce moment. Essayer de nouveau.',
  'not-replicated':
    'La plupart des serveurs de MongoDB n’ont pas confirmé une écriture à temps. Vérifier le jeu de réplicas.',
  overloaded: 'MongoDB est trop occupé, ou a coupé une commande trop longue. Essayer de nouveau.',
  'server-fault':
    'MongoDB a refusé une commande. Chercher le numéro dans sa liste de codes, et regarder son journal.',
  'too-large': 'Un document est plus grand que ce que MongoDB prend.',
  closed: 'La connexion à la base est fermée.',
  migrating: 'Un autre processus porte la base à cette version. Essayer de nouveau dans une minute.',
  'half-migrated':
    'Le passage de la base à cette version a été coupé en chemin. Remettre la base d’une sauvegarde.',
  'half-moved':
    '`restore` ou `migrate-store` a été coupé ici en chemin, ou tourne encore. Relancer la commande avec --restart.',
  'moved-differs':
    'Ce qui a été écrit n’est pas ce qui a été lu. La source servait-elle? Recommencer avec --restart.',
  'at-work': 'Un autre processus a ouvert cette base. Arrêter d’abord chaque `serve` et chaque `worker`.',
  'older-version':
    'La base vient d’un NUM+ plus ancien. Y démarrer une fois cette version, l’arrêter, puis relancer la commande.',
  unfinished:
    'Un processus est mort ici au milieu d’une écriture. Y démarrer NUM+ une fois, l’arrêter, puis relancer la commande.',
  'unknown-scheme': 'DATABASE_URL doit avoir la forme sqlite:<fichier> ou mongodb://<hôte>/<nom de la base>.',
};
