/** Random walks: whatever a person does, in whatever order, the world stays whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutText } from '../../../../scenarios/world/mail/draft.ts';
import { hashState } from '../../../../scenarios/world/hash.ts';
import { replay, startScene, step, type PlacedAction } from '../../../../scenarios/world/scene.ts';
import type { SceneState, WorldAction } from '../../../../scenarios/world/types.ts';
import { evaluateScene } from '../../../../scenarios/evidence/evaluate.ts';
import { evidence, filesOf, mailOf, play, world } from '../../../support/s02.ts';

const messageId = fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5', 'd1-3', 'm9');
const draftId = fc.constantFrom('d1', 'd1-1', 'd1-2', 'd1-3', 'd1-4');
const contactId = fc.constantFrom('nadia', 'joyce', 'marc', 'me', 'nobody');
const phraseId = fc.constantFrom('p1', 'p3', 'p4', 'p6', 'p9', 'p99');

const plain = (type: 'close' | 'compose' | 'leave-draft' | 'delete-draft' | 'send'): WorldAction => ({
  app: 'mail',
  type,
});

const action: fc.Arbitrary<WorldAction> = fc.oneof(
  fc
    .tuple(fc.constantFrom('open', 'reply', 'reply-all', 'forward'), messageId)
    .map(([type, id]): WorldAction => ({ app: 'mail', type, messageId: id })),
  fc
    .constantFrom('close', 'compose', 'leave-draft', 'delete-draft', 'send', 'send')
    .map((type) => plain(type)),
  fc
    .constantFrom('inbox', 'sent', 'drafts')
    .map((folder): WorldAction => ({ app: 'mail', type: 'folder', folder })),
  draftId.map((id): WorldAction => ({ app: 'mail', type: 'open-draft', draftId: id })),
  fc
    .tuple(fc.constantFrom('add-recipient', 'remove-recipient'), contactId)
    .map(([type, id]): WorldAction => ({ app: 'mail', type, contactId: id })),
  fc
    .tuple(fc.constantFrom('add-phrase', 'remove-phrase'), phraseId)
    .map(([type, id]): WorldAction => ({ app: 'mail', type, phraseId: id })),
  fc
    .constantFrom('', ' ', 'Oui', 'à 17 h', 'Non')
    .map((typed): WorldAction => ({ app: 'mail', type: 'write', typed })),
  fc.constantFrom('downloads', 'training', 'nowhere').map((folderId): WorldAction => ({
    app: 'files',
    type: 'save-attachment',
    attachmentId: 'f1',
    folderId,
  })),
  fc
    .constantFrom(1, 2, 3)
    .map((help): WorldAction => ({ app: 'desk', type: 'help', topic: 'reply', step: help })),
  fc.constant<WorldAction>({ app: 'desk', type: 'undo' }),
  fc.constant<WorldAction>({ app: 'mail', type: 'preview', attachmentId: 'f1' }),
);
const walk = fc.array(action, { maxLength: 40 });
const runs = { numRuns: 300 };

function expectWhole(state: SceneState): void {
  const mail = mailOf(state);
  const files = filesOf(state);
  const ids = [...mail.drafts, ...mail.sent].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  if (mail.composing !== null) expect(mail.drafts.map(({ id }) => id)).toContain(mail.composing);
  expect(mail.sent.every(({ to }) => to.length > 0)).toBe(true);
  expect(new Set(mail.read).size).toBe(mail.read.length);
  const copies = files.files.map(({ attachment, folder, id }) => `${attachment ?? id}/${folder}`);
  expect(new Set(copies).size).toBe(copies.length);
}

describe('any walk', () => {
  it('keeps the state whole after each step', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        let state = startScene(world);
        for (const [index, each] of actions.entries()) {
          const next = step(world, state, each, { epoch: 1, actionSeq: index + 1 });
          if (next.ok) state = next.state;
          expectWhole(state);
        }
      }),
      runs,
    );
  });

  it('undone wholly gives the apps as they were at the start', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const { state } = play(...actions);
        const undos = state.past.map((): WorldAction => ({ app: 'desk', type: 'undo' }));
        const undone = play(...actions, ...undos).state;
        expect(undone).toEqual({ ...startScene(world), help: state.help });
      }),
      runs,
    );
  });

  it('is replayed to the same state and hash, also after a round trip through JSON', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const played = play(...actions);
        const stored = JSON.parse(JSON.stringify(played.actions)) as PlacedAction[];
        expect(replay(world, stored)).toEqual(played.state);
        const copy = JSON.parse(JSON.stringify(played.state)) as SceneState;
        expect(hashState(copy)).toBe(hashState(played.state));
      }),
      runs,
    );
  });

  it('leaves the state it started from untouched', () => {
    fc.assert(
      fc.property(walk, action, (actions, last) => {
        const { state } = play(...actions);
        const before = JSON.stringify(state);
        step(world, state, last, { epoch: 2, actionSeq: 1 });
        expect(JSON.stringify(state)).toBe(before);
      }),
      runs,
    );
  });

  it('gives the same evidence once the typed texts are erased from its log', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const { state, actions: log } = play(...actions);
        const erased = log.map((entry) =>
          entry.action.app === 'mail' && entry.action.type === 'write'
            ? { ...entry, action: { ...entry.action, typed: withoutText(entry.action.typed) } }
            : entry,
        );
        const scene = { world, skipped: false };
        const after = replay(world, erased);
        expect(after.past.length).toBe(state.past.length);
        expect(evaluateScene(evidence, { ...scene, state: after, actions: erased })).toEqual(
          evaluateScene(evidence, { ...scene, state, actions: log }),
        );
      }),
      runs,
    );
  });
});
