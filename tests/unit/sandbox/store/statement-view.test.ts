import { describe, expect, it } from 'vitest';
import { html } from '../../../../sandbox/store/html.ts';
import { pageTexts } from '../../../../sandbox/store/page-texts.ts';
import { createStatementView } from '../../../../sandbox/store/statement-view.ts';

const view = (statement: Record<string, unknown>): ReturnType<typeof createStatementView> =>
  createStatementView(statement, 'fr', pageTexts.fr);

describe('the display of a statement', () => {
  it('uses the end of an IRI if there is no label', () => {
    expect(
      view({ verb: { id: 'https://e.org/verbs/opened' }, object: { id: 'https://e.org/a/m3/' } }),
    ).toMatchObject({ verb: 'opened', object: 'm3', who: '?', when: '', result: [] });
  });

  it('uses a label in the language, or else any', () => {
    const display = { 'en-US': 'opened', 'fr-CA': 'a ouvert' };
    expect(view({ verb: { id: 'x', display } }).verb).toBe('a ouvert');
    expect(view({ verb: { id: 'x', display: { 'en-US': 'opened' } } }).verb).toBe('opened');
  });

  it.each([
    ['PT0S', '0\u00a0s'],
    ['P1DT2H', '1\u00a0j 2\u00a0h'],
    ['P2W', 'P2W'],
  ])('shows the duration %s as %s', (duration, told) => {
    expect(view({ result: { duration } }).result).toEqual([told]);
  });

  it('shows success, completion and a score without maximum', () => {
    const result = { success: false, completion: true, score: { raw: 3 } };
    expect(view({ result }).result).toEqual(['3', 'non réussi', 'complet']);
  });
});

describe('html', () => {
  it('escapes what is inserted and nothing twice', () => {
    const inner = html`<b>${`<i> & "q" 'a'`}</b>`;
    expect(html`<p>${[inner, inner]}${3}</p>`.text).toBe(
      `<p>${'<b>&lt;i&gt; &amp; &quot;q&quot; &#39;a&#39;</b>'.repeat(2)}3</p>`,
    );
  });
});
