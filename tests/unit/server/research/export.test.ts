import { createHash } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cursorOfLine, formatCursor, parseCursor } from '../../../../server/research/export-cursor.ts';
import { beginExport, reopenExport, writeExport } from '../../../../server/research/export-file.ts';
import { toLines } from '../../../../server/research/export-lines.ts';
import { type ExportScope, exportStatements } from '../../../../server/research/export-statements.ts';
import { org } from '../../../contract/storage/sample-rows.ts';
import { createResearchWorld, type ResearchWorld } from '../../../support/research-world.ts';

let world: ResearchWorld;

beforeAll(async () => {
  world = await createResearchWorld();
});
afterAll(() => world.close());

function scope(change: Partial<ExportScope> = {}): ExportScope {
  return { organisationId: org, purpose: 'research', of: { studyId: 'study-1' }, ...change };
}

async function read(change: Partial<ExportScope> = {}, after?: string): Promise<string> {
  const rows = exportStatements(world, scope(change), after === undefined ? undefined : cursorOfLine(after));
  let text = '';
  for await (const line of toLines(rows)) text += line;
  return text;
}

const at = (seconds: number, ms = 0): number => Date.UTC(2026, 10, 24, 15, 0, seconds, ms);

describe('an export', () => {
  it('has the stored bytes of everyone who consented to research, attempt by attempt, and of nobody else', async () => {
    expect(await read()).toBe(world.text('given', 'elsewhere', 'last'));
  });

  it('has everyone’s if it is for operational use', async () => {
    const all = world.text('given', 'elsewhere', 'refused', 'withdrawn', 'not-asked', 'last');
    expect(await read({ purpose: 'operational' })).toBe(all);
  });

  it('can be limited to an activity, an attempt, a person, or a time range', async () => {
    expect(await read({ of: { resourceLinkId: 'link-2' } })).toBe(world.text('elsewhere'));
    expect(await read({ includesActivity: ({ contextId }) => contextId === 'course-2' })).toBe(
      world.text('elsewhere'),
    );
    expect(await read({ of: { studyId: 'study-1', attemptId: 'last' } })).toBe(world.text('last'));
    expect(await read({ of: { studyId: 'study-1', attemptId: 'refused' } })).toBe('');
    expect(await read({ of: { studyId: 'study-1', attemptId: 'other-study' } })).toBe('');
    expect(await read({ personId: 'person-last' })).toBe(world.text('last'));
    expect(await read({ personId: 'person-refused' })).toBe('');
    const seconds = ['given', 'elsewhere', 'last'].map((id) => `${world.lines(id)[2] ?? ''}\n`);
    expect(await read({ since: at(2), until: at(2, 1) })).toBe(seconds.join(''));
  });

  it('has nothing of another organisation', async () => {
    for (const of of [
      { studyId: 'study-1' },
      { studyId: 'study-1', attemptId: 'given' },
      { resourceLinkId: 'link-1' },
    ]) {
      expect(await read({ organisationId: 'theirs', of })).toBe('');
    }
  });

  it('continues after any statement, even between two of one log entry', async () => {
    const all = world.text('given', 'elsewhere', 'last');
    for (const id of ['given', 'elsewhere', 'last']) {
      for (const line of [0, 2, 3].map((index) => world.lines(id)[index] ?? '')) {
        expect(await read({}, line)).toBe(all.slice(all.indexOf(line) + line.length + 1));
      }
    }
  });

  it('continues after an attempt that no longer counts', async () => {
    expect(await read({}, world.lines('refused')[0])).toBe(world.text('last'));
  });
});

describe('a cursor', () => {
  it('parses what it formatted, and nothing else', () => {
    const cursor = cursorOfLine(world.lines('given')[5] ?? '');
    expect(cursor).toMatchObject({ attemptId: 'given', logSeq: 3 });
    if (cursor === undefined) return;
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
    for (const text of ['', 'a:1', 'a:0:b', 'a:1:b:c', 'a:1:../b', 'a:-1:b', 'a:1e3:b']) {
      expect(parseCursor(text)).toBeUndefined();
    }
    for (const line of ['', '{}', 'null', '{"id":"a","context":{"registration":"b","extensions":{}}}']) {
      expect(cursorOfLine(line)).toBeUndefined();
    }
  });
});

describe('an export file', () => {
  it.each([
    ['in the middle of a line', (bytes: number) => bytes - 7],
    ['between two lines', (bytes: number) => bytes],
    ['between a line and its end', (bytes: number) => bytes - 1],
    ['before its first line ended', () => 20],
    ['before anything', () => 0],
  ])('that broke off %s is repaired as if nothing had happened', async (where, cut) => {
    const file = join(world.folder, `${where}.jsonl`);
    await writeExport(file, beginExport(), exportStatements(world, scope({ until: at(9) })));
    truncateSync(file, cut(statSync(file).size));
    const begun = await reopenExport(file);
    const counts = await writeExport(file, begun, exportStatements(world, scope(), begun.cursor));
    // Statements skipped by the first export lie before its cursor, so only the last attempts are compared.
    const bytes = readFileSync(file);
    expect(bytes.toString().endsWith(world.text('last'))).toBe(true);
    expect(counts).toMatchObject({
      statements: bytes.toString().split('\n').length - 1,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('is completed after a cut at any place, line by line', async () => {
    const file = join(world.folder, 'cut.jsonl');
    const all = world.text('elsewhere');
    const own = scope({ of: { studyId: 'study-1', attemptId: 'elsewhere' } });
    for (let length = 0; length <= Buffer.byteLength(all); length += 41) {
      writeFileSync(file, Buffer.from(all).subarray(0, length));
      const begun = await reopenExport(file);
      await writeExport(file, begun, exportStatements(world, own, begun.cursor));
      expect(readFileSync(file, 'utf8')).toBe(all);
    }
  });

  it('is readable by its owner only', async () => {
    const file = join(world.folder, 'private.jsonl');
    await writeExport(file, beginExport(), exportStatements(world, scope()));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is refused and unchanged if it has other content', async () => {
    const file = join(world.folder, 'diary.txt');
    for (const text of ['Cher journal\n', 'Cher journal\nune ligne sans fin']) {
      writeFileSync(file, text);
      await expect(reopenExport(file)).rejects.toThrow(RangeError);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });
});
