import { z } from 'zod';

export const rosterWaysSchema = z.object({
  /** Names and e-mail addresses; null: as registered. */
  names: z.boolean().nullable().default(null),
  /** Fixed page size; null: as the tool asks. */
  pageSize: z.int().min(1).max(1000).nullable().default(null),
  /**
   * Proper; broken as Moodle's (escaped ampersands, typographic quotes); to another origin; or to the same
   * page.
   */
  nextLink: z.enum(['proper', 'broken', 'foreign', 'loop']).default('proper'),
  rlid: z.boolean().default(true),
  /** People who left: still listed, as inactive. */
  inactive: z.array(z.int()).max(100).default([]),
  /** Staff listed as learners: in Moodle those who teach without editing rights. */
  listedAsLearners: z.array(z.int()).max(100).default([]),
  /** Lists a test person, as LMSs with student preview do. */
  testPerson: z.boolean().default(false),
  /** Invented learners who never launched, for a large course. */
  extraLearners: z.int().min(0).max(5000).default(0),
});

export type RosterWays = z.output<typeof rosterWaysSchema>;

export const moodlesWays: RosterWays = rosterWaysSchema.parse({});

export function createNextLink(ways: RosterWays, list: string, from: number, query: QueryParts): string {
  const { limit, rlid } = query;
  // As in Moodle, the link keeps rlid and loses role.
  const linkParameter = rlid === undefined ? '' : `&rlid=${rlid}`;
  const start = ways.nextLink === 'loop' ? 0 : from;
  const address = ways.nextLink === 'foreign' ? 'http://elsewhere.example/members' : list;
  const link = `<${address}?limit=${limit}&from=${start}${linkParameter}>; rel="next"`;
  if (ways.nextLink !== 'broken') return link;
  const broken = link.replaceAll('&', '&amp;').replace('"next"', '“next”');
  return Buffer.from(broken, 'utf8').toString('latin1');
}

interface QueryParts {
  readonly limit: number;
  readonly rlid: string | undefined;
}
