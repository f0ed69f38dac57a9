import type { connectionFr } from './connection.fr.ts';

export const connectionEn: Readonly<Record<keyof typeof connectionFr, string>> = {
  'title.moodle': 'Moodle couldn’t read our keys',
  'title.other': 'Your platform couldn’t read our keys',
  text: 'Until this is fixed, you can’t choose an activity and grades don’t arrive.',
  todo: 'Give this to the person who runs your platform:',
  'moodle.page': 'Open “Site administration”, “General”, “Security”, “HTTP security”.',
  'moodle.hosts': 'In curlsecurityblockedhosts, remove what blocks {host}.',
  'moodle.port': 'In curlsecurityallowedport, check that {port} is there, on a line of its own.',
  'moodle.other':
    'Another possible cause: the tool’s key set address, or the firewall or certificate of {host}.',
  'other.reach': 'The platform’s server must be able to reach {host}, port {port}.',
  again: 'Check again',
};
