import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listMeasured } from '../../../../server/content/measured-scenes.ts';
import { ContentFolder } from '../../../support/content-folder.ts';

let folder: ContentFolder;
beforeEach(async () => {
  folder = await ContentFolder.create();
});
afterEach(() => folder.remove());

describe('the scenes that can be chosen', () => {
  it('have items in the newest bank, or no points at all', async () => {
    await folder.addTwin('s98-unmeasured', { inBank: false });
    await folder.addTwin('s99-measured');
    const listed = listMeasured(folder.load());
    expect(listed).toEqual(expect.arrayContaining(['s00-welcome', 's02-inbox', 's99-measured']));
    expect(listed).not.toContain('s98-unmeasured');
  });
});
