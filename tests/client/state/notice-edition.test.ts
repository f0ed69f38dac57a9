/** The client shows its own short words, so it refuses a notice of another edition. */
import { expect, it } from 'vitest';
import { shownNotice } from '../../../client/src/state/screen.ts';
import { noFacts } from '../../../server/contract/study-facts.ts';
import { noticeOf } from '../../../server/studies/texts-of-study.ts';

it('shows the edition that the server names', () => {
  const { version } = noticeOf({ facts: noFacts, noticeVersion: 0 });
  expect(version.split('.')[0]).toBe(shownNotice);
});
