/** Built of DOM nodes: nothing is parsed as markup. */

/** Leaves this page, in this frame or window. */
export function postForm(address: string, fields: Readonly<Record<string, string>>): void {
  const { protocol } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('not a web address');
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  // Nothing signed stays in the page.
  form.remove();
}
