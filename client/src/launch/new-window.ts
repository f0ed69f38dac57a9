/** Repeats the login in a new window, where the browser stores our cookies. */
import { showStep } from './page.ts';

/**
 * By script, not by the form’s target: only the opener sees that it was blocked; then the activity
 * replaces the course.
 */
export function prepareNewWindow(onOpen: () => void): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[target="_blank"]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      onOpen();
      open(form);
    });
  }
}

function open(form: HTMLFormElement): void {
  const name = `numplus-${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  const opened = window.open('about:blank', name);
  form.target = opened === null ? '_top' : name;
  form.submit();
  if (opened === null) return;
  showStep('choose', false);
  showStep('opened', true);
  form.closest('section')?.querySelector<HTMLElement>('[data-step="opened"] [tabindex]')?.focus();
}
