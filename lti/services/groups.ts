/** Names of a course's groups (LTI Course Groups Service 1.0). */
import { z } from 'zod';
import type { Caller } from '../net/guarded-fetch.ts';
import { readNextLink } from '../net/next-link.ts';
import { parseJson } from '../net/parse-json.ts';
import { plainName } from './plain-name.ts';
import { groupsScope } from './roster.ts';
import { callService, isSuccess, type ServiceDeps } from './service-call.ts';

const groupsType = 'application/vnd.ims.lti-gs.v1.contextgroupcontainer+json';
const maxPages = 10;

interface CourseGroup {
  readonly id: string;
  readonly name: string;
}

export interface Groups {
  /** Never throws: without names, groups have numbers. */
  read(request: { readonly client: Caller; readonly url: string }): Promise<readonly CourseGroup[]>;
}

const Container = z.object({ groups: z.array(z.unknown()).max(5_000) });
const Group = z.object({
  id: z.union([z.string().min(1).max(255), z.int().transform(String)]),
  name: z.string().max(1000),
});

export function createGroups(deps: ServiceDeps): Groups {
  return {
    async read({ client, url: first }) {
      const found = new Map<string, CourseGroup>();
      const seen = new Set<string>();
      for (let url: string | undefined = first; url !== undefined && seen.size < maxPages;) {
        seen.add(url);
        const headers = { accept: groupsType };
        const answer = await callService(deps, { client, scope: groupsScope, url, headers });
        if ('kind' in answer || !isSuccess(answer)) break;
        const parsed = Container.safeParse(parseJson(answer.body));
        if (!parsed.success) break;
        for (const group of parsed.data.groups.flatMap((one) => Group.safeParse(one).data ?? [])) {
          found.set(group.id, { id: group.id, name: plainName(group.name) });
        }
        const next = readNextLink(answer.headers.get('link'), url);
        // Another origin would get the bearer token.
        const isOurs = next !== undefined && new URL(next).origin === new URL(first).origin;
        url = isOurs && !seen.has(next) ? next : undefined;
      }
      return [...found.values()].filter(({ name }) => name !== '');
    },
  };
}
