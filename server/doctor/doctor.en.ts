import type { DoctorTexts } from './doctor-texts.ts';
import type { SkipReason } from './finding.ts';
import { explainStore } from '../organisations/store-notes.ts';
import { explainStorageReason } from '../storage/explain-reason.ts';
import { explainFault } from '../base/start-refusals.ts';
import { counted, plural } from '../base/plural.ts';

function tellRead({ readAt, reader }: { readonly readAt: string; readonly reader: string }): string {
  if (readAt === '') return 'No reading of our key set is on record.';
  return `Our key set was last read on ${readAt.replace('T', ' at ')} UTC${reader === '' ? '' : ` (${reader})`}.`;
}

const skips: Readonly<Record<SkipReason, string>> = {
  settings: 'Not checked: the settings cannot be used.',
  database: 'Not checked: the database cannot be used as it is.',
  absent: 'No database yet: the first start creates it.',
  key: 'Not checked: without the right SECRET_KEY, our keys for LMSs do not open.',
};

export const doctorEn: DoctorTexts = {
  states: { ok: 'ok', note: 'note', act: 'act', skipped: 'skipped' },
  colon: ': ',
  findings: {
    'settings.fine': () => ['Every setting can be used.', ''],
    'settings.unusable': (fault) => [
      explainFault(fault, 'en'),
      'Correct this setting; .env.example explains each one.',
    ],
    'settings.trial': () => [
      'ALLOW_INSECURE_LOOPBACK is on, but PUBLIC_URL is a public address.',
      'Turn it off: it is for trials on one machine.',
    ],
    'settings.misspelt': ({ setting, near }) => [
      `${setting} is set, but is not a setting of NUM+. Similar names: ${near}.`,
      'Correct the name if it is for NUM+; otherwise it has no effect. .env.example lists every setting.',
    ],
    'key.strong': () => ['SECRET_KEY looks random.', ''],
    'key.weak': () => [
      'SECRET_KEY has few different characters, or contains a word: it could be guessed.',
      'Make one with `openssl rand -base64 48`. Set SECRET_KEY_PREVIOUS to the old key and SECRET_KEY to the new one. Restart, then run `secret rotate --apply`.',
    ],
    'key.same-twice': () => [
      'SECRET_KEY_PREVIOUS is the same as SECRET_KEY.',
      'Set it to the key before the change, or remove the setting.',
    ],
    'key.fits': ({ count }) => [`SECRET_KEY opens all values sealed with it (${count}).`, ''],
    'key.unreadable': ({ count, opened }) => [
      `None of the keys given opens ${counted('en', count, { one: 'sealed value', other: 'sealed values' })}.`,
      `Set ${opened === 0 ? 'SECRET_KEY' : 'SECRET_KEY_PREVIOUS'} to the key that sealed ${plural('en', count, { one: 'it', other: 'them' })}. A backup needs the key of its time.`,
    ],
    'key.previous-needed': ({ count }) => [
      `SECRET_KEY_PREVIOUS is still needed: ${counted('en', count, { one: 'value is', other: 'values are' })} sealed with it only.`,
      'Run `secret rotate --apply`.',
    ],
    'key.previous-idle': () => [
      'SECRET_KEY_PREVIOUS is no longer needed.',
      'Save a copy of /xapi/keys for old receipts, then remove the setting.',
    ],
    'database.absent': () => ['There is no database yet.', 'The first start creates it.'],
    'database.unusable': ({ reason }) => [explainStorageReason(reason), ''],
    'database.older': ({ version, known }) => [
      `The database has version ${version}; this NUM+ will upgrade it to version ${known}.`,
      'Make a copy with `backup` before the next start.',
    ],
    'database.whole': ({ version, megabytes }) => [
      `Every page of the database was read and is intact (version ${version}, ${megabytes} MB).`,
      '',
    ],
    'database.damaged': ({ fault }) => [
      `The database is damaged: ${fault}`,
      'Stop the tool, leave the database unchanged, and `restore` the last backup elsewhere.',
    ],
    'database.readable': () => [
      'Other users of this machine may read the database file.',
      'Remove their rights: chmod 600 for the file, 700 for its folder.',
    ],
    'server.whole': ({ version, megabytes, server }) => [
      `MongoDB ${server} answers. Every row can be read and every log is complete (version ${version}, ${megabytes} MB).`,
      '',
    ],
    'server.old': ({ server, oldest }) => [
      `The server is MongoDB ${server}; NUM+ requires version ${oldest} or newer.`,
      'Update the server.',
    ],
    'server.replicated': () => ['The database is in a replica set.', ''],
    'server.alone': () => [
      'The database is on one server, without a replica set: confirmed data can be lost with its disk.',
      'Set up a replica set before a real study.',
    ],
    'server.open': () => [
      'The server requires no login: anyone who reaches it can read and change everything.',
      'Require a user and a password, or allow access from this machine only.',
    ],
    'server.rights': ({ rights }) => [
      `The user in DATABASE_URL lacks rights: ${rights}.`,
      'Give it the role readWrite in its database.',
    ],
    'server.indexes': ({ indexes }) => [
      `Indexes are missing, some of which serve as locks: ${indexes}.`,
      'Stop the tool, make a copy with `backup` and restore it to an empty database with `restore`.',
    ],
    'server.clock': ({ seconds }) => [
      seconds > 0
        ? `The clock of the database's server is ${seconds} s ahead of this one.`
        : `The clock of the database's server is ${-seconds} s behind this one.`,
      'Synchronize the clocks of both machines (NTP).',
    ],
    'disk.room': ({ megabytes }) => [`${megabytes} MB are free on the disk of the database.`, ''],
    'disk.little': ({ megabytes }) => [
      `Only ${megabytes} MB are free on the disk of the database.`,
      'Free some space before it is full: a copy of the database should fit.',
    ],
    'disk.full': ({ megabytes }) => [
      `The disk is nearly full: ${megabytes} MB are free on the disk of the database.`,
      'Free some space now: otherwise nothing more can be stored.',
    ],
    'content.fine': ({ forms }) => [
      `${counted('en', forms, { one: 'form', other: 'forms' })} can be played.`,
      '',
    ],
    'content.problems': ({ count }) => [
      `The content has ${counted('en', count, { one: 'error', other: 'errors' })}.`,
      plural('en', count, { one: '`scenario check` names it.', other: '`scenario check` lists them.' }),
    ],
    'content.no-client': () => ['The pages are not built.', 'Run `npm run build`.'],
    'platform.none': () => ['No LMS is connected.', '`platform invite` or `platform add` connects one.'],
    'platform.inactive': () => [
      'This LMS waits for approval, or was removed.',
      '`platform list`, then `platform approve` if it is yours.',
    ],
    'platform.no-deployments': () => [
      'No deployment is approved: nobody can open an activity.',
      '`deployment list`, then `deployment approve`.',
    ],
    'platform.waiting': ({ count }) => [
      `${counted('en', count, { one: 'deployment waits', other: 'deployments wait' })} for approval.`,
      '`deployment list --pending`, then `deployment approve`.',
    ],
    'platform.fine': (read) => [`Its keys can be read, and it gives a token. ${tellRead(read)}`, ''],
    'platform.keys-unreachable': ({ code }) => [
      `Its keys cannot be read (${code}): nobody can open an activity.`,
      'Check its key set address in `platform show`, the network and the firewall.',
    ],
    'platform.token-unreachable': ({ reason }) => [
      `Its token address does not answer as expected (${reason}): no grade can be sent there.`,
      'Check this address in `platform show`, the network and the firewall.',
    ],
    'platform.keys-unread': ({ product, said, host, port, keys, ...read }) => [
      product === 'moodle'
        ? `Moodle couldn’t read our keys (${said}): no content selection, no grades. ${tellRead(read)}`
        : `It couldn’t read our keys (${said}): no content selection, no grades. ${tellRead(read)}`,
      product === 'moodle'
        ? `In the tool’s settings in Moodle, check the field “Public keyset”: ${keys}. If it is right: Site administration, General, Security, HTTP security. In curlsecurityblockedhosts, remove what blocks ${host}; in curlsecurityallowedport, check that ${port} is there, on a line of its own. Another possible cause: the firewall or the certificate of ${host}. Then run \`doctor\` again.`
        : `Check the field “Public keyset” (JWKS) of the tool: ${keys}. If it is right, check that the server of the LMS can reach ${host}, port ${port}. Then run \`doctor\` again.`,
    ],
    'platform.token-refused': ({ said, ...read }) => [
      `It refuses to give a token (${said}), so no grade can be sent there. ${tellRead(read)}`,
      'Check that NUM+ is still there, with the client id and key set address of `platform show`.',
    ],
    'platform.no-grades': () => [
      'It gives no token for grades.',
      'If grades are wanted, allow the grade service (AGS) for NUM+ in the LMS.',
    ],
    'store.none': () => ['No record store is set: statements are only stored here.', '`lrs add` adds one.'],
    'store.fine': ({ said }) => [`The record store answers (${said === '' ? 'no version' : said}).`, ''],
    'store.paused': ({ code }) => [`Paused. ${explainStore(code)}`, '`lrs resume` resumes it.'],
    'store.failed': ({ code, said }) => [
      `${explainStore(code)}${said === '' ? '' : ` Its answer: ${said}`}`,
      '`lrs test` tests it end to end.',
    ],
    'store.dead-letters': ({ count }) => [
      `It refuses ${counted('en', count, { one: 'statement', other: 'statements' })} (dead letters).`,
      '`outbox dead` shows why; then `outbox replay` or `outbox discard`.',
    ],
    'store.behind': ({ count, hours }) => [
      `${counted('en', count, { one: 'statement waits', other: 'statements wait' })}, the oldest for ${counted('en', hours, { one: 'hour', other: 'hours' })}.`,
      'Check that `serve` or `worker` runs, then `lrs test`.',
    ],
    'backlog.room': ({ pending, limit }) => [
      `${counted('en', pending, { one: 'statement waits', other: 'statements wait' })}; the limit is ${limit}.`,
      '',
    ],
    'backlog.no-worker': ({ pending }) => [
      `No worker is running, and ${counted('en', pending, { one: 'statement waits', other: 'statements wait' })}.`,
      'Start `worker`, or `serve` without --no-worker.',
    ],
    'backlog.high': ({ pending, limit }) => [
      `${counted('en', pending, { one: 'statement waits', other: 'statements wait' })}, and the limit is ${limit}: soon the server will refuse new actions, and pages will hold them.`,
      'Repair the record stores, or raise OUTBOX_LIMIT.',
    ],
    'grades.fine': () => ['No grade was given up.', ''],
    'grades.failed': ({ count }) => [
      `${counted('en', count, { one: 'grade was', other: 'grades were' })} given up.`,
      '`grades status` says why; when that is solved, `grades resend --failed`.',
    ],
    'public.fine': () => ['The tool answers at its public address.', ''],
    'public.unreachable': ({ fault }) => [
      `The tool does not answer at its public address (${fault}).`,
      'Check that `serve` runs, the proxy, the name and the certificate.',
    ],
    'public.other': ({ status }) => [
      `Something else answers at the public address (status ${status}).`,
      'Check PUBLIC_URL and where the proxy leads.',
    ],
    'proxy.fine': ({ hops }) => [`Proxies in front: ${hops}, as TRUST_PROXY says.`, ''],
    'proxy.differs': ({ hops, trusted }) => [
      `The proxies in front name ${counted('en', hops, { one: 'address', other: 'addresses' })} (X-Forwarded-For), and TRUST_PROXY is ${trusted}.`,
      'Let each proxy add the address, and set TRUST_PROXY to their number.',
    ],
    'clock.fine': () => ['The clock agrees with other servers.', ''],
    'clock.unknown': () => ['No server gave a time to compare the clock with.', ''],
    'clock.off': ({ seconds }) => [
      seconds > 0
        ? `The clock seems to be ${counted('en', seconds, { one: 'second', other: 'seconds' })} fast.`
        : `The clock seems to be ${counted('en', -seconds, { one: 'second', other: 'seconds' })} slow.`,
      'Synchronize the clock of this machine (NTP).',
    ],
    skipped: ({ because }) => [skips[because], ''],
  },
};
