/** The inbox scene the right way. */
import { BrowserPlayer } from '../browser-player.ts';
import type { ScenePath } from './scene-path.ts';

export const inboxPath: ScenePath = {
  scenario: 's02-inbox',
  play: async (person, see) => {
    const { page, language, input } = person;
    const player = person instanceof BrowserPlayer ? person : new BrowserPlayer(page, language, input);
    await player.openQuestion();
    await player.button('action.reply').waitFor();
    await see('message');
    await player.answer();
    await player.keepAttachment();
    await see('saved');
  },
};
