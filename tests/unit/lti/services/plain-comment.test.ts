import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { toPlainComment } from '../../../../lti/services/plain-comment.ts';
import { gradeComment } from '../../../../server/attempts/grade-comment.ts';
import { sampleMeasure } from '../../../contract/storage/sample-attempts.ts';

/** What a teacher sees in Moodle: the comment as HTML. Learners see its characters. */
function asHtml(comment: string): string {
  const window = new Window();
  window.document.body.innerHTML = comment;
  const text = window.document.body.textContent;
  window.close();
  return text;
}

describe('a comment', () => {
  it.each([
    ['x<y and a<b> then', 'x< y and a< b> then'],
    ['<b>gras</b> & <script>alert(1)</script>', '< b>gras< /b> & < script>alert(1)< /script>'],
    ['&lt;p&gt; & &amp;', '& lt;p& gt; & & amp;'],
    ['Deux\nlignes\r\n\tet la suite ', 'Deux lignes et la suite'],
    ['Points observés\u00a0: 3/4', 'Points observés\u00a0: 3/4'],
    ['cloche\u0007', 'cloche'],
  ])('%j reads the same as plain text and as HTML', (given, plain) => {
    expect(toPlainComment(given)).toBe(plain);
    expect(asHtml(plain)).toBe(plain);
  });

  it('has at most 1000 characters, and is not cut within a surrogate pair', () => {
    const long = toPlainComment('é😀'.repeat(800));
    expect(Array.from(long)).toHaveLength(1000);
    expect(long.endsWith('…')).toBe(true);
    expect(encodeURIComponent(long)).toBeTruthy();
  });

  it.each(['fr', 'en'] as const)(
    'about a whole attempt (%s) is unchanged, in short sentences',
    (language) => {
      const told = { strengths: [], nextSteps: [] };
      const facts = { attemptNumber: 12, measure: sampleMeasure, told };
      const comment = gradeComment(language, facts);
      expect(toPlainComment(comment)).toBe(comment);
      expect(asHtml(comment)).toBe(comment);
      expect(comment.length).toBeLessThanOrEqual(300);
      expect(comment).toContain('NUM+');
    },
  );
});
