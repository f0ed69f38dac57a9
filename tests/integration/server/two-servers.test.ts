/** Batches of one scene that a load balancer hands now to one server, now to the other. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashState } from '../../../scenarios/world/hash.ts';
import { replay, step } from '../../../scenarios/world/scene.ts';
import { ApiLearner } from '../../support/api-learner.ts';
import { findInboxParts } from '../../support/inbox.ts';
import { findFreePort } from '../../support/ports.ts';
import { act } from '../../support/s02.ts';
import { startStack, type Stack } from '../../support/stack.ts';
import { ToolProcess } from '../../support/tool-process.ts';

let stack: Stack;
let second: ToolProcess;
beforeAll(async () => {
  stack = await startStack({ serve: ['--no-worker'] });
  second = new ToolProcess(await findFreePort(), '127.0.0.1', {
    PUBLIC_URL: stack.tool.publicUrl,
    SECRET_KEY: stack.tool.secretKey,
    DATABASE_URL: `sqlite:${stack.tool.databaseFile}`,
  });
  await second.start('--no-worker');
});
afterAll(async () => {
  await second.remove();
  await stack.close();
});

describe('a scene played over two servers', () => {
  it('has the same state on both, as its whole log gives, whichever took the last batch', async () => {
    let localUrl = stack.tool.localUrl;
    const learner = new ApiLearner({
      lms: stack.lms,
      get tool() {
        return { localUrl };
      },
    });
    const scene = await learner.begin(4);
    const { question } = findInboxParts(scene);
    const requests = [
      ...[
        act.open(question.id),
        act.reply(question.id),
        act.compose,
        act.to('joyce'),
        act.leave,
        act.undo,
        act.folder('drafts'),
        act.folder('inbox'),
      ],
      ...['Bonjour', 'Bonjour Madame', 'demi \ud83d', ''].map((text) => act.write(text)),
    ];
    const batches = fc.sample(fc.array(fc.constantFrom(...requests), { minLength: 1, maxLength: 12 }), {
      numRuns: 40,
      seed: 7,
    });
    const placed: Parameters<typeof replay>[1][number][] = [];
    for (const [turn, wanted] of batches.entries()) {
      // Twice in a row on the same server, then twice on the other.
      localUrl = turn % 4 < 2 ? stack.tool.localUrl : second.localUrl;
      const actions = learner.number(wanted);
      const { epoch } = learner.attempt;
      const refused = actions.filter(({ action, actionSeq }) => {
        if (action.app === 'frame') return true;
        const place = { epoch, actionSeq };
        const next = step(scene.world, replay(scene.world, placed), action, place);
        if (next.ok) placed.push({ ...place, action });
        return !next.ok;
      });
      const stateHash = hashState(replay(scene.world, placed));
      const { status, body } = await learner.send(actions, { stateHash });
      const rejected = refused.map(({ actionSeq }) => actionSeq);
      expect({ status, ...body }).toMatchObject({ status: 200, rejected, resync: rejected.length > 0 });
      // A repeat reports whether both states are the same even after a refusal.
      const again = await learner.send(actions.slice(-1), { stateHash });
      expect(again.body.resync).toBe(false);
    }
    expect(placed.length).toBeGreaterThan(100);
    const { body } = await learner.scene();
    expect(body.stateHash).toBe(hashState(replay(scene.world, body.actions)));
  });
});
