import { dimensions } from '../kit/dimensions.ts';
import type { Level } from '../kit/measurement-types.ts';
import { type Resource, ResourcesFile, resourcesFor } from '../schema/resources.ts';
import { type Problem, readYaml, type YamlSource } from '../kit/yaml-source.ts';
import { checkWriting } from './writing-rules.ts';

type Source = YamlSource<ResourcesFile>;

/** `resources` is null if there is any error: half a list is never used. */
export function checkResources(
  file: string,
  text: string,
): { readonly problems: readonly Problem[]; readonly resources: readonly Resource[] | null } {
  const { source, problems: format } = readYaml(file, text, ResourcesFile);
  if (source === null) return { problems: format, resources: null };
  const problems = [...sameIds(source), ...withoutWay(source), ...writing(source), ...gaps(source)];
  const isSound = problems.every(({ severity }) => severity === 'warning');
  return { problems, resources: isSound ? source.data.resources : null };
}

function sameIds(source: Source): Problem[] {
  const ids = source.data.resources.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [source.problem('error', ['resources', index, 'id'], 'id.twice', { id })],
  );
}

function withoutWay(source: Source): Problem[] {
  return source.data.resources.flatMap(({ id, kind, link, place }, index) => {
    const needs = kind === 'website' ? 'link' : 'link or place';
    const has = link !== undefined || (kind !== 'website' && place !== undefined);
    return has ? [] : [source.problem('error', ['resources', index], 'resource.no-way', { id, needs })];
  });
}

function writing(source: Source): Problem[] {
  return source.data.resources.flatMap((resource, index) =>
    (['title', 'text', 'place'] as const).flatMap((key) =>
      (['fr', 'en'] as const).flatMap((language) => {
        const text = resource[key]?.[language];
        const findings = text === undefined ? [] : checkWriting(language, text, true);
        return findings.map(({ code, params }) =>
          source.problem('error', ['resources', index, key, language], code, { id: resource.id, ...params }),
        );
      }),
    ),
  );
}

/** Levels without a resource are only warnings. A tagged one fills no gap. */
function gaps(source: Source): Problem[] {
  const always = source.data.resources.filter(({ tag }) => tag === undefined);
  const levels = [1, 2, 3, 4] as const satisfies readonly Level[];
  return dimensions.flatMap((dimension) =>
    levels.flatMap((level) =>
      resourcesFor(always, dimension, level).length > 0
        ? []
        : [source.problem('warning', ['resources'], 'resource.none-for', { dimension, level })],
    ),
  );
}
