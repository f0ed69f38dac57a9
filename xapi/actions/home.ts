import type { HomeAction } from '../../scenarios/world/home/types.ts';
import { localId } from '../activities.ts';
import { type AppStatements, thing, view } from './declare.ts';

const notice = thing('notice', 'phoneNotice', 'noticeId');
const page = view('page', 'Open page', 'Page ouverte');

export const home: AppStatements<HomeAction> = {
  name: { en: 'Home screen of the phone', fr: 'Accueil du téléphone' },
  actions: {
    'open-icon': { verb: 'opened', tier: 2, object: thing('icon', 'choice', 'iconId') },
    back: { verb: 'closed', tier: 3, object: page },
    leave: { verb: 'closed', tier: 3, object: page },
    'open-notice': { verb: 'opened', tier: 2, object: notice },
    'answer-notice': {
      verb: 'selected',
      tier: 2,
      object: notice,
      extensions: { choice: ({ answerId }) => localId(answerId) },
    },
    'open-settings': { verb: 'opened', tier: 2, object: thing('settings-page', 'setting', 'pageId') },
    'find-settings': {
      verb: 'opened',
      tier: 2,
      object: thing('settings-page', 'setting', 'pageId'),
      extensions: { via: () => 'search' },
    },
    switch: {
      verb: 'updated',
      tier: 2,
      object: thing('setting', 'setting', 'settingId'),
      extensions: { choice: ({ on }) => (on ? 'on' : 'off') },
    },
  },
};
