import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { locale } from '../../../client/src/i18n/i18n.svelte.ts';
import { previewPath } from '../../../client/src/page/author-preview.ts';
import LeaveDialog from '../../../client/src/page/LeaveDialog.svelte';

const before = location.href;

beforeEach(() => {
  locale.current = 'fr';
});
afterEach(() => {
  cleanup();
  history.replaceState(null, '', before);
});

it.each([
  ['what was done is kept', '/play/platform-1', /est gardé/],
  ['nothing is kept in the author’s preview', previewPath, /rien n’est gardé/],
])('says, before somebody leaves, that %s', (_what, path, words) => {
  history.replaceState(null, '', path);
  render(LeaveDialog, { returnUrl: null, onstay: () => undefined, onleave: () => undefined });
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryAllByText(/aperçu/)).toHaveLength(path === previewPath ? 1 : 0);
});
