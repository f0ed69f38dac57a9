import type { SceneContext } from '../app.ts';
import { phraseActs } from '../phrases.ts';
import { sampleTexts } from '../samples.ts';
import type { DocumentAction, DocumentState, DocumentWorld } from './types.ts';

export function documentActs(
  world: DocumentWorld,
  { lines, note }: DocumentState,
  { offers }: SceneContext,
): readonly DocumentAction[] {
  const ids = lines.map(({ id }) => id);
  const known = world.texts.map(({ id }) => id);
  const written = sampleTexts.filter((typed) => typed !== '');
  return [
    ...offers()
      .texts.filter((textId) => known.includes(textId))
      .map((textId): DocumentAction => ({ app: 'document', type: 'insert', textId })),
    ...[...phraseActs(world.phraseGroups, ids), ...phraseActs(world.notes, note.phrases)].map(
      (act): DocumentAction => ({ app: 'document', ...act }),
    ),
    ...ids.flatMap((lineId): DocumentAction[] => [
      ...written.map((typed): DocumentAction => ({ app: 'document', type: 'rewrite', lineId, typed })),
      { app: 'document', type: 'remove-line', lineId },
    ]),
    ...written.map((typed): DocumentAction => ({ app: 'document', type: 'add-line', typed })),
    ...sampleTexts.map((typed): DocumentAction => ({ app: 'document', type: 'write', typed })),
    ...(lines.length > 0 ? ([{ app: 'document', type: 'send' }] as const) : []),
  ];
}
