import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ControlCommand } from '../../../sandbox/lms/control-command.ts';
import type { RunningLms } from '../../../sandbox/lms/lms-options.ts';
import { startLms } from '../../../sandbox/lms/start-lms.ts';

type StorageCommand = Omit<Extract<ControlCommand, { command: 'setStorage' }>, 'command'>;

let lms: RunningLms;
beforeAll(async () => {
  lms = await startLms({ host: '127.0.0.1', port: 0 });
  lms.setTool({
    clientId: 'client',
    deploymentId: '1',
    loginUrl: 'http://tool.example/lti/login',
    redirectUris: ['http://tool.example/lti/launch'],
    targetLinkUri: 'http://tool.example/lti/launch',
    keySetUrl: 'http://tool.example/lti/keys',
  });
});
afterAll(() => lms.close());

/** What the course page says about storage, and which window the login names. */
async function look(storage: StorageCommand): Promise<{ page: string; target: string | undefined }> {
  await lms.control({ command: 'setStorage', ...storage });
  const headers = { cookie: 'bouleaux_person=4' };
  const page = await (await fetch(`${lms.publicUrl}/activity/2`, { headers })).text();
  const login = await (await fetch(`${lms.publicUrl}/mod/lti/launch.php?id=2`, { headers })).text();
  return { page, target: /name="lti_storage_target" value="([^"]*)"/.exec(login)?.[1] };
}

describe('the platform storage of the sandbox LMS', () => {
  it('does not exist unless configured, as in Moodle', async () => {
    const { page, target } = await look({ mode: 'none' });
    expect(page).not.toContain('storage');
    expect(target).toBeUndefined();
  });

  it('can be the course page itself, loaded before the frame that uses it', async () => {
    const { page, target } = await look({ mode: 'parent', spelling: 'org.imsglobal.lti.', asText: true });
    expect(target).toBe('_parent');
    expect(page).toContain('data-prefix="org.imsglobal.lti."');
    expect(page).toContain('data-form="string" data-part="both"');
    expect(page.indexOf('storage.js')).toBeLessThan(page.indexOf('id="contentframe"'));
  });

  it('can be a hidden frame that responds to the tool alone', async () => {
    const { page, target } = await look({ mode: 'frame' });
    expect(target).toBe('bouleaux-storage');
    expect(page).toContain('<iframe name="bouleaux-storage"');
    expect(page).toContain('data-part="guide"');
    const keeper = await (await fetch(`${lms.publicUrl}/mod/lti/storage.php`)).text();
    expect(keeper).toContain('data-tool="http://tool.example"');
    expect(keeper).toContain('data-part="keeper"');
  });

  it('can require a request first, or be announced and missing', async () => {
    expect((await look({ mode: 'frame', announced: false })).target).toBeUndefined();
    const silent = await look({ mode: 'parent', fault: 'silent' });
    expect(silent.target).toBe('_parent');
    expect(silent.page).not.toContain('storage.js');
  });
});
