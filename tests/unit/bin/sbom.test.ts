import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { writeSbom } from '../../../bin/sbom.js';

const root = resolve(import.meta.dirname, '../../..');

/** What CycloneDX 1.5 requires of the parts that readers of a bill of materials use. */
const Bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  version: z.literal(1),
  metadata: z.object({
    timestamp: z.iso.datetime(),
    component: z.object({ type: z.literal('application'), name: z.string(), version: z.string() }),
  }),
  components: z.array(
    z.object({
      type: z.literal('library'),
      'bom-ref': z.string().min(1),
      name: z.string().min(1),
      version: z.string().min(1),
      purl: z.string().startsWith('pkg:npm/'),
      hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) })),
      licenses: z.array(z.unknown()).optional(),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

it('the bill of materials is CycloneDX, and lists the packages of production and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numplus-sbom-'));
  try {
    const file = join(folder, 'dist', 'sbom.cdx.json');
    expect(writeSbom(root, file)).toBe(true);
    const bill = Bill.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(bill.metadata.component).toMatchObject({ name: 'numplus', version: '0.1.0' });
    const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
    const all = Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, about]) => ({
        ...about,
        id: `${path.split('node_modules/').at(-1) ?? ''}@${about.version ?? ''}`,
      }));
    const idsOf = (some: typeof all): string[] => some.map(({ id }) => id);
    const listed = bill.components.map(({ name, version }) => `${name}@${version}`);
    const allowed = new Set(idsOf(all.filter(({ dev }) => dev !== true)));
    expect(listed.filter((id) => !allowed.has(id))).toEqual([]);
    // Optional ones depend on the machine.
    const needed = all.filter(({ dev, devOptional, optional }) => !(dev ?? devOptional ?? optional ?? false));
    expect(idsOf(needed).filter((id) => !listed.includes(id))).toEqual([]);
    expect(needed.length).toBeGreaterThan(200);
    expect(listed.filter((one) => /^(vitest|eslint|happy-dom)@/.test(one))).toEqual([]);
    expect(listed).toContain('ltijs@5.9.9');
    // Each part is named once, and every dependency is a part.
    const refs = new Set(bill.components.map((one) => one['bom-ref']));
    expect(refs.size).toBe(bill.components.length);
    const known = new Set([...refs, 'numplus@0.1.0']);
    expect(
      bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !known.has(ref)),
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
