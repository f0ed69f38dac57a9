/** How the roster answers: as Moodle does, or in one of the ways that other LMSs and faults bring. */
import { z } from 'zod';

export const rosterWaysSchema = z.object({
  /** Whether names and e-mail addresses are in it; null: as the tool was registered. */
  names: z.boolean().nullable().default(null),
  /** Members on one page, whatever the tool asks for; null: as it asks. */
  pageSize: z.int().min(1).max(1000).nullable().default(null),
  /**
   * The link to the next page: a proper one; Moodle's broken one (escaped ampersands, typographic quotes); one to
   * another origin; one that leads back to the same page.
   */
  nextLink: z.enum(['proper', 'broken', 'foreign', 'loop']).default('proper'),
  /** Whether `rlid` is understood; else it is refused as 400. */
  rlid: z.boolean().default(true),
  /** People who left: still listed, and no longer active. */
  inactive: z.array(z.int()).max(100).default([]),
  /** Also a test person, as LMSs with a student preview list one. */
  testPerson: z.boolean().default(false),
  /** So many learners more, invented, who never came: a large course. */
  extraLearners: z.int().min(0).max(5000).default(0),
});

export type RosterWays = z.output<typeof rosterWaysSchema>;

export const moodlesWays: RosterWays = rosterWaysSchema.parse({});

/** The Link header of a page that has another one behind it; `query` begins with `limit`, as Moodle's. */
export function createNextLink(ways: RosterWays, list: string, from: number, query: QueryParts): string {
  const { limit, rlid } = query;
  // As in Moodle the link keeps rlid and loses role.
  const kept = rlid === undefined ? '' : `&rlid=${rlid}`;
  const start = ways.nextLink === 'loop' ? 0 : from;
  const address = ways.nextLink === 'foreign' ? 'http://elsewhere.example/members' : list;
  const link = `<${address}?limit=${limit}&from=${start}${kept}>; rel="next"`;
  if (ways.nextLink !== 'broken') return link;
  const broken = link.replaceAll('&', '&amp;').replace('"next"', '“next”');
  return Buffer.from(broken, 'utf8').toString('latin1');
}

interface QueryParts {
  readonly limit: number;
  readonly rlid: string | undefined;
}
