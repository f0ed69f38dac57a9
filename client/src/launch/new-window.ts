/** Begins the login again in a window of its own, where the browser keeps our cookies. */
import { showStep } from './page.ts';

/**
 * The form's own target would do without this; but only who opens the window knows that none was allowed, and then the
 * activity opens in place of the course.
 */
export function prepareNewWindow(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[target="_blank"]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
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
