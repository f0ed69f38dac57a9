import { expectKnown, expectUnique, type Report } from '../../kit/expect.ts';
import type { TextKey } from '../../world/base.ts';
import type { FormField, FormSite, FormWorld } from '../../world/form/types.ts';
import type { AppChecks } from '../../kit/app.ts';

export const formChecks: AppChecks = {
  isIn: ({ form }) => form !== undefined,
  check: ({ form }, report) => {
    if (form) checkForm(form, report);
  },
  textKeys: ({ form }) =>
    form
      ? [
          ...form.note.body,
          ...[form.note.link.text, form.search.engine, form.search.asked, form.card.title],
          ...form.search.results.flatMap(({ title, snippet }) => [title, snippet]),
          ...form.card.rows.flatMap(({ label, value }) => [label, value]),
          ...form.files.flatMap(({ name, about }) => [name, about]),
          ...form.sites.flatMap(keysOfSite),
        ]
      : [],
  places: ['home', 'number', 'summary', 'boxes', 'card'],
  choices: ({ form }) =>
    (form?.sites ?? []).flatMap(({ fields }) =>
      fields.flatMap((field) => (field.kind === 'choice' ? [field.options.map(({ text }) => text)] : [])),
    ),
  kinds: ['site', 'link', 'field'],
  targets: ({ form }, kind) => {
    if (kind === 'site' || kind === 'link') return form?.sites.map(({ id }) => id) ?? [];
    return kind === 'field' ? (form?.sites.flatMap(({ fields }) => fields.map(({ id }) => id)) ?? []) : [];
  },
};

function keysOfSite({ address, name, title, introduction, fields, thanks }: FormSite): readonly TextKey[] {
  return [address, name, title, ...introduction, ...fields.flatMap(keysOfField), ...thanks];
}

function keysOfField(field: FormField): readonly TextKey[] {
  return [
    field.label,
    ...(field.help === undefined ? [] : [field.help]),
    ...(field.kind === 'choice' ? field.options.map(({ text }) => text) : []),
  ];
}

function checkForm(form: FormWorld, report: Report): void {
  const sites = form.sites.map(({ id }) => id);
  expectUnique(sites, ['form', 'sites'], report);
  expectKnown([form.note.link.site], sites, 'site', ['form', 'note', 'link'], report);
  expectKnown(
    form.search.results.map(({ site }) => site),
    sites,
    'site',
    ['form', 'search', 'results'],
    report,
  );
  expectUnique(
    form.files.map(({ id }) => id),
    ['form', 'files'],
    report,
  );
  form.sites.forEach(({ fields }, index) => {
    const path = ['form', 'sites', index, 'fields'];
    expectUnique(
      fields.map(({ id }) => id),
      path,
      report,
    );
    for (const field of fields) {
      if (field.kind !== 'choice') continue;
      const options = field.options.map(({ id }) => id);
      expectUnique(options, path, report);
      expectKnown([field.onCard], options, 'option', path, report);
    }
  });
}
