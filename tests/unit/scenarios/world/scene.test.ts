/** A scene as a pure function: desk, files, undo, help, end, and the fingerprint of a state. */
import { describe, expect, it } from 'vitest';
import { cpuTimeOf } from '../../../support/cpu-time.ts';
import { hashState } from '../../../../scenarios/world/hash.ts';
import { replay, startScene, step } from '../../../../scenarios/world/scene.ts';
import type { World, WorldAction } from '../../../../scenarios/world/types.ts';
import { act, filesOf, mailOf, play, world } from '../../../support/s02.ts';

const refusals = (...actions: readonly WorldAction[]): string[] =>
  play(...actions).refused.map(({ code }) => code);

describe('saving an attachment', () => {
  const saved = (...actions: readonly WorldAction[]): unknown =>
    filesOf(play(...actions).state)
      .files.filter(({ attachment }) => attachment !== null)
      .map(({ id, folder }) => [id, folder]);

  it('stores a file in the chosen folder', () => {
    expect(saved(act.save('training'))).toEqual([['f1-1', 'training']]);
  });

  it('stores no second file in the same folder, and adds no undo step', () => {
    const twice = play(act.open('m5'), act.save('training'), act.save('training'));
    expect(twice.state.past).toHaveLength(2);
    expect(saved(act.save('training'), act.save('training'))).toEqual([['f1-1', 'training']]);
  });

  it('makes two files in two folders', () => {
    expect(saved(act.save('downloads'), act.save('training'))).toEqual([
      ['f1-1', 'downloads'],
      ['f1-2', 'training'],
    ]);
  });

  it('refuses a folder or an attachment that does not exist', () => {
    const attachment = {
      app: 'files',
      type: 'save-attachment',
      attachmentId: 'f9',
      folderId: 'training',
    } as const;
    expect(refusals(act.save('nowhere'), attachment)).toEqual([
      'world.unknown-target',
      'world.not-on-screen',
    ]);
  });

  it('refuses apps that the world does not have', () => {
    const { mail, files, ...bare }: World = world;
    expect(mail && files).toBeDefined();
    const ref = { epoch: 1, actionSeq: 1 };
    expect(step(bare, startScene(bare), act.compose, ref)).toEqual({ ok: false, code: 'world.unknown-app' });
    expect(step(bare, startScene(bare), act.save('training'), ref)).toEqual({
      ok: false,
      code: 'world.unknown-app',
    });
  });
});

describe('undo', () => {
  it('reverts one step at a time, including sending', () => {
    const { state } = play(act.open('m5'), act.reply('m5'), act.write('Oui'), act.send, act.undo);
    expect(mailOf(state).sent).toEqual([]);
    expect(mailOf(state)).toMatchObject({ composing: 'd1-2' });
    expect(state.past).toHaveLength(3);
  });

  it('returns to the start state when everything is undone', () => {
    const undos = Array.from({ length: 4 }, () => act.undo);
    const { state } = play(act.open('m5'), act.reply('m5'), act.write('Oui'), act.send, ...undos);
    expect(state).toEqual(startScene(world));
  });

  it('is refused when nothing was done', () => {
    expect(refusals(act.undo)).toEqual(['world.nothing-to-undo']);
  });

  it('does not change help and listening', () => {
    const listen = { app: 'desk', type: 'listen', target: 'goal.1' } as const;
    const { state } = play(act.open('m5'), act.help('reply', 2), listen, act.undo);
    expect(state.help).toEqual({ reply: 2 });
    expect(state.past).toHaveLength(0);
    expect(refusals(act.help('reply', 1), listen, act.undo)).toEqual(['world.nothing-to-undo']);
  });

  it('shares all earlier states with the step before, so that long scenes cost no copies', () => {
    const long = play(act.compose, ...Array.from({ length: 2_000 }, (_, index) => act.write(String(index))));
    const ref = { epoch: 1, actionSeq: 2_002 };
    const written = step(world, long.state, act.write('one more'), ref);
    const undone = step(world, long.state, act.undo, ref);
    if (!written.ok || !undone.ok) throw new Error('refused');
    expect(long.state.past.length).toBe(2_001);
    expect(written.state.past.newest?.before).toBe(long.state.past);
    expect(undone.state.past).toBe(long.state.past.newest?.before);
  });

  it('ignores actions that changed nothing', () => {
    expect(play(act.open('m5'), act.open('m5'), act.folder('inbox')).state.past).toHaveLength(2);
  });
});

describe('the simulated desktop', () => {
  it('shows only the apps that the scene has', () => {
    expect(refusals({ app: 'desk', type: 'open-app', target: 'files' })).toEqual(['world.unknown-app']);
    const both: World = { ...world, apps: ['mail', 'files'] };
    const action = { app: 'desk', type: 'open-app', target: 'files' } as const;
    const next = step(both, startScene(both), action, { epoch: 1, actionSeq: 1 });
    expect(next).toMatchObject({
      ok: true,
      state: { apps: { active: 'files' }, past: { length: 1, newest: { apps: { active: 'mail' } } } },
    });
  });

  it('records the highest help step of a topic', () => {
    expect(play(act.help('reply', 3), act.help('reply', 1)).state.help).toEqual({ reply: 3 });
    expect(refusals(act.help('cooking', 1))).toEqual(['help.unknown-topic']);
  });

  it.each([
    ['done', act.done, 'done'],
    ['skip', act.skip, 'skipped'],
  ] as const)('refuses everything after %s', (_name, action, ended) => {
    const played = play(action, act.open('m5'), act.undo, act.help('reply', 1), act.done);
    expect(played.state.ended).toBe(ended);
    expect(played.refused.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'world.ended'));
  });
});

describe('replay and hash', () => {
  const { state, actions } = play(
    act.open('m5'),
    act.reply('m5'),
    act.write('Oui'),
    act.send,
    act.help('reply', 1),
  );

  it('gives the state that was played', () => {
    expect(replay(world, actions)).toEqual(state);
  });

  it('skips what the world refuses, as it did when played', () => {
    const withRefused = [...actions, { epoch: 1, actionSeq: 9, action: act.send }];
    expect(replay(world, withRefused)).toEqual(state);
  });

  it('treats half an emoji as storage will return it', () => {
    const halves = play(act.compose, act.write('a\uD83D'), act.write('\uDC4Db 👍')).state;
    const kept = play(act.compose, act.write('a\uFFFD'), act.write('\uFFFDb 👍')).state;
    expect(halves).toEqual(kept);
    expect(mailOf(halves).drafts.at(-1)?.typed).toBe('\uFFFDb 👍');
  });

  it('hashes a state to the same value whatever the order of keys', () => {
    const turned = { ended: state.ended, help: state.help, past: state.past, apps: state.apps };
    expect(hashState(turned)).toBe(hashState(state));
    expect(hashState(state)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('gives another hash if apps, undo steps, help or end differ', () => {
    const others = [
      { ...state, ended: 'done' as const },
      { ...state, help: { reply: 2 as const } },
      { ...state, past: startScene(world).past },
      { ...state, apps: { ...state.apps, active: 'files' as const } },
    ];
    expect(new Set([state, ...others].map(hashState)).size).toBe(5);
  });

  it('hashes a long scene fast enough for every action', () => {
    const long = play(
      act.reply('m5'),
      ...Array.from({ length: 300 }, (_, index) => act.write('x'.repeat(index))),
    );
    const took = cpuTimeOf(() => {
      for (let round = 0; round < 20; round += 1) hashState(long.state);
    });
    expect(took / 20).toBeLessThan(10);
  });
});
