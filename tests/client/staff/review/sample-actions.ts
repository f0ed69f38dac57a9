/** One of each action that a log may hold: those of the apps come from their schemas. */
import type { AttemptAction } from '../../../../scenarios/kit/log.ts';
import { simulatedAppIds } from '../../../../scenarios/world/app-list.ts';
import type { DeskAction, WorldAction } from '../../../../scenarios/world/types.ts';
import { allActionSamples } from '../../../support/action-samples.ts';

type KeyOf<Action> = Action extends {
  readonly app: infer App extends string;
  readonly type: infer Type extends string;
}
  ? `${App}.${Type}`
  : never;

type OutsideApps = DeskAction | AttemptAction;

const setting = { app: 'frame', type: 'setting' } as const;

/** The compiler checks that no key is missing. */
const samples: Readonly<Record<KeyOf<OutsideApps>, readonly OutsideApps[]>> = {
  'frame.language': [
    { app: 'frame', type: 'language', language: 'fr' },
    { app: 'frame', type: 'language', language: 'en' },
  ],
  'frame.pause': (['button', 'hidden', 'connection'] as const).map((cause) => ({
    app: 'frame',
    type: 'pause',
    cause,
  })),
  'frame.setting': [
    ...(['100', '125', '150', '200'] as const).map(
      (value) => ({ ...setting, name: 'text-size', value }) as const,
    ),
    ...(['system', 'high'] as const).map((value) => ({ ...setting, name: 'contrast', value }) as const),
    ...(['system', 'off'] as const).map((value) => ({ ...setting, name: 'motion', value }) as const),
    ...(['on', 'off'] as const).map((value) => ({ ...setting, name: 'voice', value }) as const),
    ...(['first', 'other'] as const).map((value) => ({ ...setting, name: 'voice-choice', value }) as const),
    ...(['off', 'on'] as const).map((value) => ({ ...setting, name: 'helper', value }) as const),
    ...(['normal', 'slow'] as const).map((value) => ({ ...setting, name: 'voice-pace', value }) as const),
  ],
  'frame.assist': [{ app: 'frame', type: 'assist' }],
  'frame.helper-offer': (['accepted', 'declined'] as const).map((answer) => ({
    app: 'frame',
    type: 'helper-offer',
    answer,
  })),
  'frame.input': (['mouse', 'touch', 'pen', 'keyboard'] as const).map((mode) => ({
    app: 'frame',
    type: 'input',
    mode,
  })),
  'frame.device': [{ app: 'frame', type: 'device', motion: 'usual', zoom: '100', contrast: 'usual' }],
  'frame.hidden': [{ app: 'frame', type: 'hidden', ms: 1000 }],
  'frame.resume': [{ app: 'frame', type: 'resume' }],
  'frame.end': [{ app: 'frame', type: 'end' }],
  'desk.open-app': simulatedAppIds.map((target) => ({
    app: 'desk',
    type: 'open-app',
    target,
  })),
  'desk.help': ([1, 2, 3] as const).map((step) => ({ app: 'desk', type: 'help', topic: 'reply', step })),
  'desk.listen': [{ app: 'desk', type: 'listen', target: 'goal' }],
  'desk.undo': [{ app: 'desk', type: 'undo' }],
  'desk.done': [{ app: 'desk', type: 'done' }],
  'desk.skip': [{ app: 'desk', type: 'skip' }],
};

export const sampleActions: readonly (WorldAction | AttemptAction)[] = [
  ...Object.values(samples).flat(),
  ...allActionSamples,
];
