import type { connectionFr } from './connection.fr.ts';

export const connectionEn: Readonly<Record<keyof typeof connectionFr, string>> = {
  'title.moodle': 'Moodle has not been able to read our keys',
  'title.other': 'Your platform has not been able to read our keys',
  text: 'Until then, neither choosing an activity nor grades will work.',
  todo: 'Give this to the person who runs your platform:',
  'moodle.page': 'Open “Site administration”, “General”, “Security”, “HTTP security”.',
  'moodle.hosts': 'In curlsecurityblockedhosts, remove what covers {host}.',
  'moodle.port': 'In curlsecurityallowedport, add {port}.',
  'other.reach': 'Its server must be able to reach {host}, port {port}.',
  again: 'Check again',
};
