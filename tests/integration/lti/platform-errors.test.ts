import { describe, expect, it } from 'vitest';
import type { Page } from '../../support/lti-tool.ts';
import { startForFile } from '../../support/start-lti-tool.ts';

const { lms, tool } = await startForFile();

async function answer(error: string): Promise<Page> {
  const { state, cookie } = await tool.login(lms);
  return tool.post({ error, error_description: 'Nom d’une personne', state }, cookie);
}

describe('an error that the platform returns', () => {
  it.each([
    ['access_denied', 400, 'lti.platform-error'],
    ['unauthorized_client', 400, 'lti.platform-error'],
    ['login_required', 401, 'lti.platform-signed-out'],
    ['interaction_required', 401, 'lti.platform-signed-out'],
  ])('is shown plainly, with its code for helpers: %s', async (error, status, code) => {
    const page = await answer(error);
    expect([page.status, page.code]).toEqual([status, code]);
    expect(page.text).toContain(`${code} (${error})`);
    expect(page.text).not.toContain('Nom d’une personne');
  });

  it('is not shown if it is not a code', async () => {
    const page = await answer('<b>Marie Tremblay n’a pas accès</b>');
    expect(page.code).toBe('lti.platform-error');
    expect(page.text).toContain('lti.platform-error (other)');
    expect(page.text).not.toContain('Marie');
  });

  it('asks people who are signed out to sign in again, in both languages', async () => {
    const { text } = await answer('login_required');
    expect(text).toContain('Connectez-vous de nouveau');
    expect(text).toContain('Sign in again');
  });
});
