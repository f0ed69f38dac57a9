/** The video meeting the right way: joined by the link, muted for Nadia, the schedule shown, heard again and checked. */
import { meetingEn } from '../../../client/src/apps/meeting/meeting.en.ts';
import { meetingFr } from '../../../client/src/apps/meeting/meeting.fr.ts';
import { kitEn } from '../../../client/src/apps/kit/kit.en.ts';
import { kitFr } from '../../../client/src/apps/kit/kit.fr.ts';
import type { ScenePath } from './scene-path.ts';

const words = { fr: { ...kitFr, ...meetingFr }, en: { ...kitEn, ...meetingEn } };

/** Texts in every variant. */
const content = {
  fr: {
    team: 'Réunion de l’équipe',
    done: 'J’ai fini. Peux-tu montrer l’horaire à l’équipe?',
    schedule: 'Horaire',
    asked: /^Qui peut aider/,
    unheard: 'Si tu parles, on ne t’entend pas!',
    other: 'Micro de l’ordinateur',
    group: 'Le problème',
    check: 'Est-ce que ça marche maintenant?',
    heard: 'On t’entend bien.',
  },
  en: {
    team: 'Team meeting',
    done: 'I’m done. Can you show the schedule to the team?',
    schedule: 'Schedule',
    asked: /^Who can help/,
    unheard: 'If you are speaking, we can’t hear you!',
    other: 'Computer microphone',
    group: 'The problem',
    check: 'Is it working now?',
    heard: 'We can hear you well.',
  },
};

export const meetingPath: ScenePath = {
  scenario: 's08-video-meeting',
  play: async (person, see) => {
    const { frame, language } = person;
    const say = words[language];
    const { team, done, schedule, asked, unheard, other, group, check, heard } = content[language];
    const captions = frame.getByRole('region', { name: say['captions.all'] }).getByRole('listitem');
    /** Until the next caption is there: a press that comes too early would bring one more. */
    const goOn = async (): Promise<void> => {
      const before = await captions.count();
      await person.press(person.named(say['action.next']));
      await captions.nth(before).waitFor();
    };
    const goOnTo = async (caption: string | RegExp, mostTimes: number): Promise<void> => {
      for (let times = 0; times < mostTimes; times += 1) {
        if ((await frame.getByText(caption).count()) > 0) return;
        await goOn();
      }
    };
    await person.press(frame.getByRole('button', { name: 'Nadia Belkacem' }));
    await see('text');
    await person.press(frame.getByRole('button', { name: team }).first());
    await person.press(person.named(say['link.open']));
    await person.named(say['action.join']).waitFor();
    await see('lobby');
    await person.press(person.named(say['action.back']));
    await frame.getByText(say['list.title']).waitFor();
    await see('list');
    await person.press(frame.getByRole('button', { name: team }));
    await person.press(person.named(say['action.join']));
    await person.named(say['waiting.next']).waitFor();
    await see('waiting');
    await person.press(person.named(say['waiting.next']));
    await person.named(say['action.leave']).waitFor();
    await see('call');
    await goOn();
    await goOn();
    await person.press(person.named(say['mic.turnOff']));
    await goOnTo(done, 4);
    await see('muted');
    await person.press(person.named(say['share.open']));
    await person.press(person.named(schedule));
    await person.named(say['share.share']).waitFor();
    await see('share');
    await person.press(person.named(say['share.share']));
    await person.named(say['share.stop']).waitFor();
    await see('shared');
    await goOnTo(asked, 2);
    await person.press(person.named(say['hand.raise']));
    await goOnTo(unheard, 3);
    await see('fault');
    await person.press(person.named(say['sound.open.voice']));
    await person.press(person.named(other));
    await person.press(person.named(say['mic.turnOn']));
    await person.press(person.named(say['sound.test']));
    await frame.getByText(say['sound.moves']).waitFor();
    await see('sound');
    await person.press(frame.locator('summary', { hasText: group }));
    await person.press(person.named(check));
    await see('message');
    await person.press(person.named(say['action.say']));
    await frame.getByText(heard).first().waitFor();
    await see('heard');
  },
};
