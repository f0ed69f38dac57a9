import { describe, expect, it } from 'vitest';
import {
  readActivitySettings,
  readGradeKind,
  toCustomParameters,
} from '../../../../server/launches/activity-settings.ts';
import { gradeKinds } from '../../../../server/contract/grade-kinds.ts';

const settings = readActivitySettings({});

describe('what the gradebook gets', () => {
  it.each(gradeKinds)('survives the way through custom parameters (%s)', (kind) => {
    expect(readGradeKind(toCustomParameters(settings, kind))).toBe(kind);
  });

  it('is not set by a link without it, or with something else', () => {
    expect(toCustomParameters(settings, null)).toEqual({});
    expect(readGradeKind({})).toBeNull();
    expect(readGradeKind({ numplus_grade: 'Measure' })).toBeNull();
    expect(readGradeKind({ numplus_grade: '' })).toBeNull();
  });
});
