import { describe, expect, it } from 'vitest';
import { nameOwnForm } from '../../../../server/reporting/own-form.ts';
import { content } from '../../../support/s02.ts';

describe('the form of an attempt', () => {
  const [usual, other] = content.forms;
  const link = { settings: { form: usual?.id ?? '' } };

  it('is named when it is not the activity’s', () => {
    expect(nameOwnForm(content, { form: other?.id ?? '' }, link)).toEqual(other?.title);
    expect(nameOwnForm(content, { form: usual?.id ?? '' }, link)).toBeNull();
  });

  it('is not named when the activity’s is unknown, and compared with the usual one when it names none', () => {
    expect(nameOwnForm(content, { form: other?.id ?? '' }, { settings: null })).toBeNull();
    const unnamed = { settings: { form: null } };
    expect(nameOwnForm(content, { form: content.defaultForm }, unnamed)).toBeNull();
    expect(nameOwnForm(content, { form: 'gone' }, unnamed)).toBeNull();
  });
});
