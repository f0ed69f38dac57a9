import { createContext, tick } from 'svelte';
import { shownSite, siteState } from '../../../../scenarios/world/form/form.ts';
import { readField, readPad, readPaper } from '../../../../scenarios/world/form/reading.ts';
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
import { AppView } from '../kit/app-view.svelte.ts';

export class FormView extends AppView {
  root: HTMLElement | undefined = $state();

  get formWorld(): FormWorld {
    return this.need('form', this.world.form);
  }

  get form(): FormState {
    return this.need('form', this.scene.apps.form);
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

  problemOf(site: FormSite, field: FormField): FieldProblem | null {
    const state = this.stateOf(site);
    return state.problems.includes(field.id) ? problemOf(this.formWorld.files, state, field) : null;
  }

  /** Call it through `followTyping`. */
  fill(site: FormSite, field: TextField, typed: string): void {
    // After an undo another page may be shown: the text must not go there.
    if (this.site?.id !== site.id || this.stateOf(site).step !== 'fill') return;
    this.handOver({ app: 'form', type: 'fill', fieldId: field.id, typed, reading: readField(field, typed) });
  }

  /** Call it through `followTyping`. */
  note(typed: string): void {
    this.handOver({ app: 'form', type: 'note', typed, reading: readPad(this.formWorld, typed) });
  }

  /** @returns whether the digits are those of the number */
  jot(number: string, typed: string): boolean {
    const reading = readPaper(number, typed);
    if (reading !== 'empty') this.perform({ app: 'form', type: 'jot', typed, reading });
    return reading === 'as-on-card';
  }

  async review(site: FormSite): Promise<void> {
    this.perform({ app: 'form', type: 'review' });
    await tick();
    if (this.stateOf(site).step === 'fill') await this.focus('[data-focus="problems"]');
  }

  async mend(fieldId: string): Promise<void> {
    this.perform({ app: 'form', type: 'mend', fieldId });
    await tick();
    await this.focusField(fieldId);
  }

  async focusField(fieldId: string): Promise<void> {
    await this.focus(`[data-field="${fieldId}"]`);
  }

  async focus(selector: string): Promise<void> {
    await tick();
    const found = this.root?.querySelector<HTMLElement>(selector);
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
  }
}

export const [getFormView, setFormView] = createContext<FormView>();
