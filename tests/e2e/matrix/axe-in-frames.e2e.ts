import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { findViolations } from '../../support/accessibility.ts';
import { launchBrowser } from '../../support/browser.ts';

it('axe finds a fault inside the frame of another site, and none of the page around it', async () => {
  const server = createServer(({ headers, url }, response) => {
    const port = headers.host?.split(':')[1] ?? '';
    const course = `<button></button><iframe id="contentframe" src="http://tool.localhost:${port}/tool"></iframe>`;
    response.setHeader('content-type', 'text/html');
    response.end(url === '/tool' ? '<main><button id="inside"></button></main>' : course);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await launchBrowser('partitioned');
  try {
    const page = await browser.newPage();
    await page.goto(`http://lms.localhost:${String(port)}/course`);
    await page.frameLocator('#contentframe').getByRole('button').waitFor();
    expect(await findViolations(page)).toEqual(['button-name: <button id="inside"></button>']);
  } finally {
    await browser.close();
    await new Promise((done) => server.close(done));
  }
});
