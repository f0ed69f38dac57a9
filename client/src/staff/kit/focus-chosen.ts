/** In a form that just opened. */
export function focusChosen(form: HTMLFormElement): void {
  const chosen = form.querySelector<HTMLElement>('input:checked');
  (chosen ?? form.querySelector<HTMLElement>('input'))?.focus();
}
