import { appsById } from '../../apps/app-lookups.ts';
import type { Problem } from '../../kit/yaml-source.ts';
import type { Setting } from '../settings.ts';
import { literalsOf } from '../rule-words.ts';
import { type LawScene, onePerLine } from './law-scene.ts';

/** Law 9: the first two steps of help point at a part of the screen and never name what is right. */
export function findHelp(scene: LawScene): readonly Problem[] {
  const decisive = decisiveIds(scene);
  return onePerLine([
    ...pointing(scene, decisive),
    ...scene.settings.flatMap((setting) => naming(scene, decisive, setting)),
  ]);
}

/** Ids that rules tell apart, and ready-made sentences that mean something to them. */
function decisiveIds({ files }: LawScene): ReadonlySet<string> {
  const { definitions, rules, phrases } = files.evidence.data;
  const sources = [
    ...definitions.map(({ name, is }) => literalsOf(name, is)),
    ...rules.map(({ id, when }) => literalsOf(id, when)),
  ];
  const meant = Object.keys(phrases).filter((id) => (phrases[id] ?? []).length > 0);
  return new Set([...sources.flat(), ...meant]);
}

/** `where`, or what is marked on the way to it, names one thing among its like, and the rules tell that thing apart. */
function pointing({ files, variants }: LawScene, decisive: ReadonlySet<string>): Problem[] {
  return variants.flatMap(({ world }) =>
    world.help.flatMap(({ id: topic, where }, index) => {
      const leads = Object.values(appsById).flatMap(({ checks }) => checks.leads?.(world, where) ?? []);
      return [where, ...leads].flatMap((place) => {
        const [app, kind = '', id] = place.split(':');
        const known = Object.entries(appsById).find(([name]) => name === app)?.[1];
        const like = known?.checks.targets(world, kind) ?? [];
        const isDecisive = id?.split('.').some((part) => decisive.has(part)) ?? false;
        if (like.length < 2 || !isDecisive) return [];
        const params = { law: 9, topic, where: place, like: like.length };
        return [files.world.problem('error', ['help', index, 'where'], 'law.help-points', params)];
      });
    }),
  );
}

/** Shorter names are common words. */
const shortestName = 4;

/** A text of step 1 or 2 says the name of such a thing, though no goal on screen says it. */
function naming(
  { files }: LawScene,
  decisive: ReadonlySet<string>,
  { world, texts, language }: Setting,
): Problem[] {
  const namings = Object.values(appsById).flatMap(({ names = {} }) => Object.values(names).flat());
  const keys = [...decisive].flatMap((id) => namings.flatMap(({ of }) => of(world, id) ?? []));
  const said = (text: string, name: string): boolean => text.includes(name);
  const goals = world.goal.map((key) => texts[key] ?? '').join(' ');
  const nameOf = (name: (typeof keys)[number]): string =>
    typeof name === 'string' ? (texts[name] ?? '') : name.plain;
  const names = [...new Set(keys.map(nameOf))].filter(
    (name) => name.length >= shortestName && !said(goals, name),
  );
  return world.help.flatMap(({ id: topic, title, say, whereText }, index) =>
    [title, say, whereText].flatMap((key) => {
      const name = names.find((each) => said(texts[key] ?? '', each));
      if (name === undefined) return [];
      const params = { law: 9, topic, key, language, name };
      return [files.world.problem('error', ['help', index], 'law.help-names', params)];
    }),
  );
}
