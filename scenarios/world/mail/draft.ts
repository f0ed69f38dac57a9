import type { Step } from '../base.ts';
import { changePhrases, isBlank, withOrWithout } from '../phrases.ts';
import type { ComposeMode, MailAction, MailDraft, MailWorld, SentMail } from './types.ts';

type DraftAction = Extract<
  MailAction,
  { type: 'add-recipient' | 'remove-recipient' | 'add-phrase' | 'remove-phrase' | 'write' }
>;

/**
 * Default recipients: of a reply the sender, of a reply-all everybody but me, otherwise nobody. Undefined
 * if there is no such message.
 */
export function addressees(
  world: MailWorld,
  sent: readonly SentMail[],
  kind: { readonly mode: ComposeMode; readonly about: string | null },
): readonly string[] | undefined {
  if (kind.about === null) return [];
  const received = world.messages.find(({ id }) => id === kind.about);
  const own = sent.find(({ id }) => id === kind.about);
  if (received === undefined && own === undefined) return undefined;
  if (kind.mode === 'forward' || kind.mode === 'new') return [];
  // A reply to an own message goes to its recipients, as in mail apps.
  if (received === undefined) return own?.to ?? [];
  if (kind.mode === 'reply') return [received.from];
  const others = [received.from, ...received.to].filter((id) => id !== world.me);
  return others.filter((id, index) => others.indexOf(id) === index);
}

/** True if the draft holds only what its button put there. */
export function isUntouched(world: MailWorld, sent: readonly SentMail[], draft: MailDraft): boolean {
  if (!isBlank(draft)) return false;
  const first = addressees(world, sent, draft) ?? [];
  return first.length === draft.to.length && first.every((id, index) => id === draft.to[index]);
}

export function changeDraft(world: MailWorld, draft: MailDraft, action: DraftAction): Step<MailDraft> {
  switch (action.type) {
    case 'add-recipient':
    case 'remove-recipient': {
      if (!world.contacts.some(({ id }) => id === action.contactId)) return unknownTarget;
      if (action.type === 'add-recipient' && action.contactId === world.me) return notOnScreen;
      const to = withOrWithout(draft.to, action.contactId, action.type === 'add-recipient');
      return { ok: true, state: to === draft.to ? draft : { ...draft, to } };
    }
    case 'add-phrase':
    case 'remove-phrase': {
      const phrases = changePhrases(world.phraseGroups, draft.phrases, action);
      if (!phrases.ok) return phrases;
      return {
        ok: true,
        state: phrases.state === draft.phrases ? draft : { ...draft, phrases: phrases.state },
      };
    }
    case 'write':
      // Always a new state: undo must work the same after the text is erased.
      return { ok: true, state: { ...draft, typed: action.typed } };
  }
}

/** Keeps only that there was a text, so that a replay without texts takes the same steps. */
export function withoutText(typed: string): string {
  return typed.trim() === '' ? '' : '\uFFFC';
}

const unknownTarget = { ok: false, code: 'world.unknown-target' } as const;
const notOnScreen = { ok: false, code: 'world.not-on-screen' } as const;
