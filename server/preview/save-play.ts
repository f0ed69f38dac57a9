/** Writes a play into plays.yaml, tactics.yaml or routes.yaml; what stands there stays as it is. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, Scalar, visit } from 'yaml';
import { id as idFormat } from '../../scenarios/kit/format.ts';
import { fitToSeed } from '../../scenarios/schema/variant.ts';
import type { SceneResult } from '../../scenarios/kit/log.ts';
import type { WorldAction } from '../../scenarios/world/types.ts';
import type { SaveAnswer, SaveRequest } from '../contract/preview.ts';
import { judge } from './observe.ts';
import type { PreviewPlay } from './preview-play.ts';
import type { SceneFolder } from './scene-folder.ts';

type Wish = z.infer<typeof SaveRequest>;

const places = {
  play: { file: 'plays.yaml', list: 'plays', name: 'id' },
  tactic: { file: 'tactics.yaml', list: 'tactics', name: 'name' },
  route: { file: 'routes.yaml', list: 'routes', name: 'name' },
} as const;

export function savePlay(folder: SceneFolder, play: PreviewPlay, wish: Wish): SaveAnswer {
  const { file, list, name } = places[wish.as];
  if (!idFormat.safeParse(wish.name).success) return { refused: 'bad-name' };
  if (play.actions.length === 0) return { refused: 'nothing-done' };
  const path = join(folder.path, file);
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : beginFile(folder, list));
  const known = document.get(list);
  if (document.errors.length > 0 || !isSeq(known)) return { refused: 'file-unsound' };
  if (known.items.some((_, index) => document.getIn([list, index, name]) === wish.name)) {
    return { refused: 'name-taken' };
  }
  const actions: readonly WorldAction[] = play.isOver
    ? play.actions
    : [...play.actions, { app: 'desk', type: 'done' }];
  const { result } = judge(play.scene.evidence, play.world, actions);
  known.flow = false;
  known.add(entryOf(document, { wish, play, actions, result }));
  writeFileSync(path, document.toString({ lineWidth: 0 }));
  return {
    file,
    lacking: result.rules.filter(({ fired, missing }) => !fired && missing !== true).map(({ rule }) => rule),
  };
}

/** The new file names its schema as plays.yaml does, so that an editor helps there too. */
function beginFile(folder: SceneFolder, list: string): string {
  const plays = join(folder.path, places.play.file);
  const [first = ''] = existsSync(plays) ? readFileSync(plays, 'utf8').split('\n') : [];
  const schema = first.startsWith('# yaml-language-server:')
    ? `${first.replace('plays.schema.json', `${list}.schema.json`)}\n`
    : '';
  return `${schema}formatVersion: 1\n${list}: []\n`;
}

interface Saved {
  readonly wish: Wish;
  readonly play: PreviewPlay;
  readonly actions: readonly WorldAction[];
  readonly result: SceneResult;
}

function entryOf(document: Document, { wish, play, actions, result }: Saved): unknown {
  const { about, as } = wish;
  const head = as === 'play' ? { id: wish.name, about } : { name: wish.name, about };
  const entry = document.createNode({ ...head, actions, ...restOf(as, { play, actions, result }) });
  const steps = entry.get('actions');
  for (const step of isSeq(steps) ? steps.items : []) if (isMap(step)) step.flow = true;
  quoteTyped(entry);
  return entry;
}

/** So that authors can put a `{placeholder}` into it. */
function quoteTyped(entry: Node): void {
  visit(entry, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'typed' && isScalar(value)) value.type = Scalar.QUOTE_SINGLE;
    },
  });
}

function restOf(as: Wish['as'], { play, actions, result }: Omit<Saved, 'wish'>): object {
  if (as === 'tactic') {
    const earned = result.items.filter(({ points }) => points > 0);
    return { atMost: Object.fromEntries(earned.map(({ dimension, points }) => [dimension, points])) };
  }
  if (as === 'route') return {};
  const { misconceptions, rules } = result;
  const shown = rules.filter((rule) => rule.shown).map(({ rule }) => rule);
  return {
    ...(isAlikeEverywhere(play, actions, result) ? {} : { variants: [play.variant] }),
    fires: rules.filter(({ fired }) => fired).map(({ rule }) => rule),
    ...(misconceptions.length > 0 ? { misconceptions } : {}),
    ...(shown.length > 0 ? { shown } : {}),
  };
}

/** A play that names no variant is tried in each. */
function isAlikeEverywhere(play: PreviewPlay, actions: readonly WorldAction[], result: SceneResult): boolean {
  const { files, evidence } = play.scene;
  const texts = { fr: files.worldTexts.fr.data, en: files.worldTexts.en.data };
  return files.world.data.variants.every((_variant, seed) => {
    const other = judge(evidence, fitToSeed(files.world.data, texts, seed).world, actions);
    return other.played.refused.length === 0 && JSON.stringify(other.result) === JSON.stringify(result);
  });
}
