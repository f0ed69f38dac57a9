import { createContext } from 'svelte';
import type {
  AskedRequest,
  AssistantAction,
  AssistantState,
  AssistantWorld,
} from '../../../../scenarios/world/assistant/types.ts';
import { readIntent } from '../../../../scenarios/world/assistant/intents.ts';
import type { Written } from '../../../../scenarios/world/phrases.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { t } from './assistant-texts.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class AssistantView extends AppView {
  get assistantWorld(): AssistantWorld {
    return this.need('assistant', this.world.assistant);
  }

  get assistant(): AssistantState {
    return this.need('assistant', this.scene.apps.assistant);
  }

  do(action: Bare<AssistantAction>, said = ''): void {
    this.perform({ app: 'assistant', ...action }, said);
  }

  /** Call it through `followTyping`. */
  write(typed: string): void {
    this.handOver({ app: 'assistant', type: 'write', typed });
  }

  phraseText(phraseId: string): string {
    const phrases = this.assistantWorld.phraseGroups.flatMap((group) => group.phrases);
    const phrase = phrases.find(({ id }) => id === phraseId);
    return phrase === undefined ? '' : this.text(phrase.text);
  }

  linesOf({ phrases, typed }: Written): readonly string[] {
    return [...phrases.map((id) => this.phraseText(id)), typed].filter((line) => line !== '');
  }

  answerTo({ intent }: Pick<AskedRequest, 'intent'>): {
    readonly lines: readonly string[];
    readonly offers: string | undefined;
  } {
    const found = this.assistantWorld.intents.find(({ id }) => id === intent);
    return { lines: found?.answer.map((key) => this.text(key)) ?? [], offers: found?.offers };
  }

  ask(draft: Written): void {
    const intent = readIntent(this.assistantWorld, draft, ({ words }) =>
      words === undefined ? '' : this.text(words),
    );
    this.do({ type: 'send', intent });
  }

  insert(textId: string): void {
    this.perform({ app: 'desk', type: 'open-app', target: 'document' });
    this.perform({ app: 'document', type: 'insert', textId });
    this.sayOnArrival(t('said.inserted'));
  }
}

export const [getAssistantView, setAssistantView] = createContext<AssistantView>();
