import { describe, expect, it } from 'vitest';
import {
  classifyAddress,
  findCheckedAddresses,
  parseOutgoingUrl,
} from '../../../../lti/net/address-guard.ts';

describe('the kind of an IP address', () => {
  it.each([
    '9.9.9.9',
    '93.184.216.34',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.255.255',
    '192.0.1.1',
    '223.255.255.254',
  ])('is public for %s', (address) => {
    expect(classifyAddress(address)).toBe('public');
  });

  it.each(['2620:fe::fe', '2a00:1450:4001:81b::200e', '2400:cb00::1'])('is public for %s', (address) => {
    expect(classifyAddress(address)).toBe('public');
  });

  it.each([
    ...[
      '10.0.0.1',
      '10.255.255.255',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.20',
      '100.64.0.1',
      '100.127.255.254',
    ],
    ...['127.0.0.1', '127.255.255.254', '::1', 'fc00::1', 'fdab:1::2'],
  ])('is private for %s: only a host that is allowed by name may have it', (address) => {
    expect(classifyAddress(address)).toBe('private');
  });

  it.each([
    // This network, link-local, and addresses where clouds return credentials.
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '169.254.169.254',
      '169.254.0.1',
      '100.100.100.200',
      '168.63.129.16',
      '192.0.0.192',
    ],
    // Documentation, benchmarks, relays, multicast, the rest and broadcast.
    ...['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '198.19.255.255', '192.88.99.1'],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    // IPv6: none, link-local, site-local, mapped, translated, tunnels, documentation, multicast, metadata.
    ...[
      '::',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:a00:1',
      '::7f00:1',
    ],
    ...['64:ff9b::7f00:1', '64:ff9b:1::1', '2001:0:4136:e378::1', '2002:7f00:1::', '2001:db8::1', '3fff::1'],
    ...['ff02::1', 'fd00:ec2::254', 'fd20:ce::254', '100::1'],
    // No address at all.
    ...['', 'localhost', '127.1', '0x7f000001', '2130706433', '::ffff:', '1.2.3.4.5'],
  ])('is forbidden for %j', (address) => {
    expect(classifyAddress(address)).toBe('never');
  });
});

describe('an outgoing URL', () => {
  it.each([
    ...[
      'http://lms.example/keys',
      'ftp://lms.example/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'nonsense',
      '',
    ],
    ...['https://user@lms.example/', 'https://user:secret@lms.example/', 'https://:secret@lms.example/'],
    // One and the same literal address in all its spellings.
    ...[
      'https://127.0.0.1/',
      'https://2130706433/',
      'https://0x7f000001/',
      'https://017700000001/',
      'https://127.1/',
    ],
    ...[
      'https://0x7f.0.0.1/',
      'https://１２７.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://9.9.9.9/',
    ],
    ...['http://127.0.0.1/', 'http://localhost/', 'http://lms.localhost/'],
  ])('is refused because of its form: %s', (address) => {
    expect(parseOutgoingUrl(address, false)).toBeUndefined();
  });

  it('is accepted with a host name and https, on any port', () => {
    expect(parseOutgoingUrl('https://lms.example:8443/a?b=c', false)?.href).toBe(
      'https://lms.example:8443/a?b=c',
    );
  });

  it.each([
    'http://127.0.0.1:3001/',
    'http://lms.localhost:3001/',
    'http://[::1]:3001/',
    'https://localhost/',
  ])('may be loopback if that is allowed: %s', (address) => {
    expect(parseOutgoingUrl(address, true)?.href).toBe(address);
  });

  it.each([
    'http://lms.example/',
    'http://10.0.0.1/',
    'https://10.0.0.1/',
    'http://localhost.example/',
    'ftp://localhost/',
  ])('is still refused if loopback is allowed: %s', (address) => {
    expect(parseOutgoingUrl(address, true)).toBeUndefined();
  });
});

interface Question {
  readonly answers: readonly string[];
  readonly privateHosts?: readonly string[];
  readonly allowInsecureLoopback?: boolean;
}

async function check(address: string, question: Question): Promise<readonly string[] | 'refused'> {
  const { answers, privateHosts = [], allowInsecureLoopback = false } = question;
  const checked = await findCheckedAddresses(new URL(address), {
    resolve: () => Promise.resolve(answers),
    allowInsecureLoopback,
    isPrivateHost: (hostname) => Promise.resolve(privateHosts.includes(hostname)),
  });
  return checked?.map(({ address: one, family }) => `${family} ${one}`) ?? 'refused';
}

describe('the addresses of a host name', () => {
  it('are accepted in the order returned if all are public', async () => {
    const answers = ['9.9.9.9', '2620:fe::fe'];
    expect(await check('https://lms.example/', { answers })).toEqual(['4 9.9.9.9', '6 2620:fe::fe']);
  });

  it('are refused if any of them is not public', async () => {
    expect(await check('https://lms.example/', { answers: ['9.9.9.9', '10.0.0.1'] })).toBe('refused');
    expect(await check('https://lms.example/', { answers: ['9.9.9.9', '::ffff:10.0.0.1'] })).toBe('refused');
  });

  it('may be private for a host that was allowed by name, and for no other', async () => {
    const question = { answers: ['10.1.2.3'], privateHosts: ['moodle.intranet.example'] };
    expect(await check('https://moodle.intranet.example/', question)).toEqual(['4 10.1.2.3']);
    expect(await check('https://x.moodle.intranet.example/', question)).toBe('refused');
  });

  it('are never metadata or link-local addresses, whatever was allowed', async () => {
    for (const address of ['169.254.169.254', '100.100.100.200', 'fd00:ec2::254', 'fe80::1', '0.0.0.0']) {
      const question = { answers: [address], privateHosts: ['lms.example'] };
      expect(await check('https://lms.example/', question)).toBe('refused');
    }
  });

  it('are loopback for loopback names, and nothing else', async () => {
    const trial = { allowInsecureLoopback: true };
    expect(await check('http://lms.localhost/', { ...trial, answers: ['10.0.0.1'] })).toEqual([
      '4 127.0.0.1',
    ]);
    expect(await check('http://localhost/', { ...trial, answers: ['::1'] })).toEqual(['6 ::1']);
    expect(await check('http://localhost/', { ...trial, answers: ['10.0.0.1'] })).toBe('refused');
    expect(await check('http://127.0.0.1/', { ...trial, answers: [] })).toEqual(['4 127.0.0.1']);
  });
});
