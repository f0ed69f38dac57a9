import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../server/base/errors.ts';
import { explainCode } from '../../../../server/cli/words/explain-code.ts';
import { storageReasonsEn } from '../../../../server/storage/storage-reasons.en.ts';
import { storageReasonsFr } from '../../../../server/storage/storage-reasons.fr.ts';
import { upkeepEn } from '../../../../server/upkeep/upkeep.en.ts';
import { upkeepFr } from '../../../../server/upkeep/upkeep.fr.ts';
import type { UpkeepTexts } from '../../../../server/upkeep/upkeep-texts.ts';

function listTexts({
  stages,
  restoredUnreadable,
  restoredErased,
  restoredTakenBack,
  rotateUnreadable,
  ...others
}: UpkeepTexts): string[] {
  const counted = [restoredUnreadable, restoredErased, restoredTakenBack, rotateUnreadable].map((text) =>
    text(2),
  );
  return [...Object.values(others), ...Object.values(stages), ...counted];
}

describe('reasons about a database', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(storageReasonsFr)).toEqual(Object.keys(storageReasonsEn));
    expect(listTexts(upkeepFr)).toHaveLength(listTexts(upkeepEn).length);
  });

  it('follow French typography: fixed space before a colon, none before other marks, curved apostrophes', () => {
    const addresses = /mongodb:\/\/|sqlite:</g;
    for (const text of [...Object.values(storageReasonsFr), ...listTexts(upkeepFr)]) {
      expect(text.replaceAll(addresses, '')).not.toMatch(/[^\u00a0]:|\s[;?!]|'/);
    }
  });

  it('name storage and the reason in either language, and the code alone if there is no sentence', () => {
    const taken = new AppError('storage.unavailable', { reason: 'taken' });
    expect(explainCode(taken, 'fr')).toMatch(
      /^L’endroit où écrire n’est pas vide.* \(storage \{"reason":"taken"\}\)$/,
    );
    expect(explainCode(taken)).toMatch(/^The target is not empty.* \(storage \{"reason":"taken"\}\)$/);
    const odd = new AppError('storage.unavailable', { reason: 'odd' });
    expect(explainCode(odd, 'fr')).toBe('storage.unavailable {"reason":"odd"}');
  });
});
