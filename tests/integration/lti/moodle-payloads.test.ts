/** Every id_token that was recorded from a running Moodle, read by the launch parser and launched again. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../lti/launch/claims.ts';
import { createLtiLaunch } from '../../../lti/launch/launch.ts';
import { type Claims, names } from '../../support/lti-lms.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const folder = join(import.meta.dirname, '../../support/moodle-id-tokens');
const origin = { id: 'r', organisationId: 'o', platformId: 'p', issuer: 'http://moodle.localhost:8080' };

const { lms, tool } = await startForFile();

async function readToken(file: string): Promise<Claims> {
  // A recorded payload: JSON with an object at its top.
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as Claims;
}

describe('recorded Moodle tokens', async () => {
  const files = await readdir(folder);

  it('are of learner, teacher and administrator, deep linking, a linked item and a registered tool', () => {
    expect(files.sort()).toEqual([
      'admin.json',
      'deeplinking.json',
      'learner-deeplinked.json',
      'learner-dynamic-registration.json',
      'learner.json',
      'teacher.json',
    ]);
  });

  it.each(files)('are accepted in their recorded form: %s', async (file) => {
    const parsed = parseMessage(await readToken(file));
    if (!parsed.ok) throw new Error(`${parsed.code} ${parsed.detail}`);
    const launch = createLtiLaunch(parsed.message, origin);
    expect(launch).toMatchObject({
      family: 'moodle',
      deploymentId: file.includes('dynamic') ? '2' : '1',
      role: file.startsWith('learner') ? 'learner' : 'staff',
      message: file === 'deeplinking.json' ? 'deep-linking' : 'resource-link',
      testUser: false,
      locale: 'en',
    });
    expect(launch.selection === null).toBe(file !== 'deeplinking.json');
    expect(launch.lineItemUrl === null).toBe(!file.startsWith('learner'));
    const course = launch.selection === null ? 'http://moodle.localhost:8080/course/view.php?id=2' : null;
    expect(launch.returnUrl).toBe(course);
  });

  it.each(files)('launch the tool when signed again: %s', async (file) => {
    const claims = Object.fromEntries(
      Object.entries(await readToken(file)).filter(
        ([name]) => !['iss', 'aud', 'nonce', 'iat', 'exp'].includes(name),
      ),
    );
    const here = { [names.targetLinkUri]: tool.target, [names.deploymentId]: '1' };
    const page = await tool.launch(lms, { ...claims, ...here });
    expect([page.status, page.code]).toEqual([303, null]);
  });
});
