/** What the parts of the web form share: the form's world and state, and the acts that belong to it. */
import { createContext, tick } from 'svelte';
import { shownSite, siteState } from '../../../../scenarios/world/form/form.ts';
import { readField, readPad } from '../../../../scenarios/world/form/reading.ts';
import { problemOf, type FieldProblem } from '../../../../scenarios/world/form/site.ts';
import type {
  FormField,
  FormFile,
  FormSite,
  FormState,
  FormWorld,
  SiteState,
  TextField,
} from '../../../../scenarios/world/form/types.ts';
import { AppView, type AppProps } from '../kit/app-view.svelte.ts';
import type { Timers } from '../kit/typed-text.svelte.ts';

/** What the web form is given; `timers` is for tests. */
export interface FormAppProps extends AppProps {
  readonly timers?: Timers;
}

export class FormView extends AppView<FormAppProps> {
  readonly timers: Timers;
  /** The window's DOM element, where focus moves. */
  root: HTMLElement | undefined = $state();

  constructor(props: () => FormAppProps, timers: Timers) {
    super(props);
    this.timers = timers;
  }

  /** @throws when the scene has no form */
  get formWorld(): FormWorld {
    if (!this.world.form) throw new Error(`scene ${this.world.id} has no form`);
    return this.world.form;
  }

  /** @throws when the scene has no form */
  get form(): FormState {
    const { form } = this.scene.apps;
    if (!form) throw new Error('the scene has no form');
    return form;
  }

  get site(): FormSite | undefined {
    return shownSite(this.formWorld, this.form);
  }

  stateOf(site: FormSite): SiteState {
    return siteState(this.form, site.id);
  }

  fileNamed(fileId: string | undefined): FormFile | undefined {
    return this.formWorld.files.find(({ id }) => id === fileId);
  }

  /** Why the form asked for a field to be looked at, where that still stands. */
  problemOf(site: FormSite, field: FormField): FieldProblem | null {
    const state = this.stateOf(site);
    return state.problems.includes(field.id) ? problemOf(this.formWorld.files, state, field) : null;
  }

  /** Gives typed text to the world; only a box calls it, through `followTyping`. */
  fill(site: FormSite, field: TextField, typed: string): void {
    // After an undo another page may be shown: the text must not land there.
    if (this.site?.id !== site.id || this.stateOf(site).step !== 'fill') return;
    this.handOver({ app: 'form', type: 'fill', fieldId: field.id, typed, reading: readField(field, typed) });
  }

  /** Gives the notes to the world; only the note pad calls it, through `followTyping`. */
  note(typed: string): void {
    this.handOver({ app: 'form', type: 'note', typed, reading: readPad(this.formWorld, typed) });
  }

  /** « Continue »: on to the summary, or to the list of what is to be looked at again. */
  async review(site: FormSite): Promise<void> {
    this.perform({ app: 'form', type: 'review' });
    await tick();
    if (this.stateOf(site).step === 'fill') await this.focus('[data-focus="problems"]');
  }

  /** Back to one field from the summary. */
  async mend(fieldId: string): Promise<void> {
    this.perform({ app: 'form', type: 'mend', fieldId });
    await tick();
    await this.focusField(fieldId);
  }

  async focusField(fieldId: string): Promise<void> {
    await this.focus(`[data-field="${fieldId}"]`);
  }

  /** Moves focus once what was acted upon is on the screen. */
  async focus(selector: string): Promise<void> {
    await tick();
    const found = this.root?.querySelector<HTMLElement>(selector);
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
  }
}

export const [getFormView, setFormView] = createContext<FormView>();
