import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../support/ports.ts';
import { type CommandResult, ToolProcess } from '../../support/tool-process.ts';

let tool: ToolProcess;
beforeAll(async () => {
  tool = new ToolProcess(await findFreePort(), '127.0.0.1', {
    // Nobody listens there, so the destination does not change.
    LRS_ENDPOINT: 'http://127.0.0.1:9/xapi',
    LRS_KEY: 'key',
    LRS_SECRET: 'secret',
  });
});
afterAll(() => tool.remove());

function add(change: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
  const options = {
    name: 'Moodle',
    issuer: 'https://moodle.example.org',
    'client-id': 'client-1',
    'auth-url': 'https://moodle.example.org/mod/lti/auth.php',
    'token-url': 'https://moodle.example.org/mod/lti/token.php',
    'jwks-url': 'https://moodle.example.org/mod/lti/certs.php',
    'deployment-id': '1',
    ...change,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return tool.run('platform', 'add', '--json', ...args);
}

const list = async (): Promise<unknown> => JSON.parse((await tool.run('platform', 'list', '--json')).stdout);

describe('commands', () => {
  it('that only read create no destination, and print JSON alone on a new database', async () => {
    expect(await list()).toEqual([]);
    const status = await tool.run('outbox', 'status', '--json');
    expect(status).toMatchObject({ code: 0 });
    expect(JSON.parse(status.stdout)).toEqual([]);
  });

  it.each([
    ['token-url', 'http://moodle.example.org/token', '--token-url: must be https'],
    ['auth-url', 'javascript:alert(1)', '--auth-url'],
    ['origin', 'moodle.example.org', '--origin'],
    ['origin', 'moodle.example.org:8080', '--origin'],
  ])('refuse a misspelt %s (%s) with one line, and add nothing', async (option, value, said) => {
    const { code, stdout, stderr } = await add({ [option]: value });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(said);
    expect(await list()).toEqual([]);
  });

  it('report in one line what the system refused', async () => {
    const { code, stderr } = await tool.run('scenario', 'check', '--dir', '/no-such-folder');
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('/no-such-folder')]);
  });
});

describe('a platform at the command line', () => {
  const rowsOf = async (...args: readonly string[]): Promise<Record<string, string>[]> => {
    const { code, stdout, stderr } = await tool.run(...args, '--json');
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Record<string, string>[];
  };

  it('can be added, get new keys, be removed and added again, each step in the audit record', async () => {
    const { stdout } = await add({ 'allow-private': 'moodle.intranet.example' });
    const [added] = JSON.parse(stdout) as Record<string, string>[];
    const ref = added?.platformRef ?? '';
    expect(await rowsOf('platform', 'rotate-keys', ref)).toMatchObject([{ clientId: 'client-1' }]);
    // Without --yes it says what it would end, and ends nothing.
    const asked = await tool.run('platform', 'remove', ref);
    expect(asked.code).toBe(1);
    expect(asked.stderr).toContain('--yes');
    const row = {
      ref,
      family: 'moodle',
      deployments: '1 (approved)',
      privateHosts: 'moodle.intranet.example',
    };
    expect(await rowsOf('platform', 'list')).toMatchObject([{ ...row, state: 'active' }]);
    // The addresses of both sides can be read again, where `doctor` sends for them.
    expect(await rowsOf('platform', 'show', ref)).toMatchObject([
      {
        ref,
        lmsLogin: 'https://moodle.example.org/mod/lti/auth.php',
        lmsToken: 'https://moodle.example.org/mod/lti/token.php',
        lmsKeySet: 'https://moodle.example.org/mod/lti/certs.php',
        toolLogin: added?.loginUrl,
        toolLaunch: added?.launchUrl,
        toolKeySet: added?.keySetUrl,
      },
    ]);
    await rowsOf('platform', 'remove', ref, '--yes');
    expect(await rowsOf('platform', 'approve', ref)).toMatchObject([{ clientId: 'client-1' }]);
    const actions = (await rowsOf('audit', 'list')).map(({ action }) => action);
    // The first two are of one command, at times of one millisecond: then either comes first.
    expect(actions.slice(0, 2).sort()).toEqual(['platform.added', 'private-host.allowed']);
    expect(actions.slice(2)).toEqual(['keys.rotated', 'platform.removed', 'platform.approved']);
  });

  it('can have a deployment revoked and approved again, and its sessions ended', async () => {
    const [{ ref = '' } = {}] = await rowsOf('platform', 'list');
    // Without --yes it says what it would revoke, and revokes nothing.
    const asked = await tool.run('deployment', 'revoke', ref, '1');
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('--yes')]);
    expect(await rowsOf('deployment', 'list')).toMatchObject([{ status: 'approved' }]);
    expect(await rowsOf('deployment', 'revoke', ref, '1', '--yes')).toMatchObject([
      { status: 'revoked', launches: 0 },
    ]);
    // Approving the platform approves what waits, not what was revoked.
    await rowsOf('platform', 'remove', ref, '--yes');
    await rowsOf('platform', 'approve', ref);
    expect(await rowsOf('deployment', 'list')).toMatchObject([{ status: 'revoked' }]);
    expect(await rowsOf('deployment', 'approve', ref, '1')).toMatchObject([{ status: 'approved' }]);
    expect(await rowsOf('session', 'end', '--platform', ref)).toMatchObject([{ launches: 0 }]);
    expect(await rowsOf('session', 'end', '--all')).toMatchObject([{ launches: 0 }]);
    const actions = (await rowsOf('audit', 'list')).map(({ action }) => action);
    expect(actions.slice(5)).toEqual([
      ...['deployment.revoked', 'sessions.ended', 'platform.removed', 'platform.approved'],
      ...['deployment.approved', 'sessions.ended', 'sessions.ended'],
    ]);
  });

  it('lists invitations without their secret, and revokes one, which is in the audit record', async () => {
    const [invited] = await rowsOf('platform', 'invite', '--host', 'lms.example.org', '--approve');
    const { id = '', registrationUrl = '' } = invited ?? {};
    const listed = await tool.run('platform', 'invitation', 'list', '--open', '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { id, name: 'lms.example.org', host: 'lms.example.org', state: 'open', approves: 'true' },
    ]);
    const secret = registrationUrl.split('/').at(-1) ?? '';
    expect(secret).toHaveLength(43);
    for (const one of [secret, createHash('sha256').update(secret).digest('base64url')]) {
      expect(listed.stdout).not.toContain(one);
    }
    // Without --yes it says what it would revoke, and revokes nothing.
    const asked = await tool.run('platform', 'invitation', 'revoke', id);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringContaining('--yes')]);
    expect(await rowsOf('platform', 'invitation', 'list', '--open')).toHaveLength(1);
    const revoked = await rowsOf('platform', 'invitation', 'revoke', id, '--yes');
    expect(revoked).toMatchObject([{ id, state: 'expired', approves: 'false' }]);
    expect(await rowsOf('platform', 'invitation', 'list', '--open')).toEqual([]);
    expect((await tool.run('platform', 'invitation', 'revoke', id, '--yes')).stderr).toContain('has expired');
    expect((await rowsOf('audit', 'list')).at(-1)).toMatchObject({
      action: 'invitation.revoked',
      subject: `invitation:${id}`,
    });
  });

  it.each([
    [['platform', 'approve', 'nonsense'], 'platform.unknown'],
    [['platform', 'show', 'nonsense'], 'platform.unknown'],
    [['deployment', 'revoke', 'nonsense', '1', '--yes'], 'platform.unknown'],
    [['session', 'end'], '--person, --platform and --all'],
    [['session', 'end', '--all', '--person', 'nobody'], '--person, --platform and --all'],
    [['session', 'end', '--person', 'nobody'], 'no person nobody'],
    [['deployment', 'approve', 'nonsense', '1'], 'platform.unknown'],
    [['platform', 'invite', '--name', 'x', '--platform', 'nonsense'], 'platform.unknown'],
    [['platform', 'invite', '--name', 'x', '--host', 'https://lms.example/'], '--host'],
    [['platform', 'invite', '--name', 'x', '--approve'], '--approve needs --host'],
    [['platform', 'invite'], 'Give --host or --name'],
    [['platform', 'invite', '--name', 'x', '--allow-private', '10.0.0.1'], '--allow-private'],
    [['platform', 'invitation', 'revoke', 'nonsense', '--yes'], 'no invitation nonsense'],
    [['audit', 'list', '--since', 'yesterday'], '--since'],
  ])('is refused with one line: %j (%s)', async (args, said) => {
    const { code, stdout, stderr } = await tool.run(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(said)]);
  });
});
