import { sampleTexts } from '../samples.ts';
import { shownSite, siteState } from './form.ts';
import { readField, readPad, readPaper } from './reading.ts';
import type { FormAction, FormField, FormFile, FormSite, FormState, FormWorld, SiteState } from './types.ts';

export function formActs(world: FormWorld, state: FormState): readonly FormAction[] {
  const site = shownSite(world, state);
  const numbers = world.sites.flatMap(({ number }) => number ?? []);
  return [
    { app: 'form', type: 'start' },
    ...[...sampleTexts, ...numbers].map((typed): FormAction => ({
      app: 'form',
      type: 'note',
      typed,
      reading: readPad(world, typed),
    })),
    ...viewActs(world, state),
    ...(site === undefined ? [] : siteActs(world, site, siteState(state, site.id))),
  ];
}

function viewActs({ note, search }: FormWorld, { view }: FormState): readonly FormAction[] {
  switch (view.kind) {
    case 'start':
      return [
        { app: 'form', type: 'search' },
        { app: 'form', type: 'open', siteId: note.link.site, via: 'note' },
      ];
    case 'results':
      return search.results.map(({ site }): FormAction => ({
        app: 'form',
        type: 'open',
        siteId: site,
        via: 'result',
      }));
    case 'site':
      return [];
  }
}

function siteActs({ files }: FormWorld, site: FormSite, state: SiteState): readonly FormAction[] {
  switch (state.step) {
    case 'fill':
      return [
        { app: 'form', type: 'review' },
        ...site.fields.flatMap((field) => fieldActs(files, state, field)),
      ];
    case 'summary':
      return [
        { app: 'form', type: 'send' },
        ...site.fields.map(({ id }): FormAction => ({ app: 'form', type: 'mend', fieldId: id })),
      ];
    case 'sent':
      if (site.number === undefined) return [];
      return [
        ...(['copy', 'print', 'capture'] as const).map((how): FormAction => ({
          app: 'form',
          type: 'keep',
          how,
        })),
        ...(site.paper === true ? paperActs(site.number) : []),
      ];
  }
}

/** No digits, those of the number, and others. */
function paperActs(number: string): readonly FormAction[] {
  return ['', number.slice(-2), '00'].map((typed) => ({
    app: 'form',
    type: 'jot',
    typed,
    reading: readPaper(number, typed),
  }));
}

function fieldActs(files: readonly FormFile[], state: SiteState, field: FormField): readonly FormAction[] {
  const { id: fieldId } = field;
  switch (field.kind) {
    case 'text':
      return [...sampleTexts, field.onCard].map((typed) => ({
        app: 'form',
        type: 'fill',
        fieldId,
        typed,
        reading: readField(field, typed),
      }));
    case 'choice':
      return field.options.map(({ id: choice }) => ({ app: 'form', type: 'choose', fieldId, choice }));
    case 'secret':
      return [{ app: 'form', type: 'fill-secret', fieldId, filled: !state.secrets.includes(fieldId) }];
    case 'file':
      return [
        ...files.map(({ id: fileId }): FormAction => ({ app: 'form', type: 'attach', fieldId, fileId })),
        ...(state.files[fieldId] === undefined ? [] : ([{ app: 'form', type: 'detach', fieldId }] as const)),
      ];
  }
}
