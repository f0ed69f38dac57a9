import { Router, urlencoded } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { createAddToolPage, createToolsPage } from './pages/tools-page.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { readReader, sendPage } from './pages/layout.ts';
import type { Platform } from './platform.ts';
import { activateTool, showInChooser } from './registered-tools.ts';
import { readField } from './text-field.ts';

/**
 * Frames the tool with our configuration address and a pass, as Moodle's "Add LTI Advantage" does.
 */
async function addTool(platform: Platform, request: Request, response: Response): Promise<void> {
  const address = readField(request.body, 'url', 2048) ?? '';
  const reader = readReader(request);
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    sendPage(request, response, reader, createToolsPage(platform, reader, 'address'), 400);
    return;
  }
  const source = new URL(address);
  const configuration = `${platform.addresses.publicUrl}/mod/lti/openid-configuration.php`;
  source.searchParams.set('openid_configuration', configuration);
  source.searchParams.set('registration_token', await platform.passes.issue());
  const policy = response.get('Content-Security-Policy') ?? '';
  response.set('Content-Security-Policy', policy.replace('frame-src ', `frame-src ${source.origin} `));
  sendPage(request, response, reader, createAddToolPage(reader, source.href));
}

function administratorsOnly(): RequestHandler {
  return (request, response, next) => {
    if (readReader(request).person?.role === 'administrator') next();
    else sendErrorPage(request, response, 403, 'role');
  };
}

export function createAdminRoutes(platform: Platform): Router {
  const router = Router();
  const form = urlencoded({ extended: false, limit: '10kb' });
  router.use(administratorsOnly());
  router.get('/tools', (request, response) => {
    const reader = readReader(request);
    sendPage(request, response, reader, createToolsPage(platform, reader));
  });
  router.post('/tools/add', form, (request, response) => addTool(platform, request, response));
  router.post('/tools/activate', form, (request, response) => {
    if (activateTool(platform, readField(request.body, 'client') ?? ''))
      response.redirect(303, '/admin/tools');
    else sendErrorPage(request, response, 404, 'tool');
  });
  router.post('/tools/usage', form, (request, response) => {
    if (showInChooser(platform, readField(request.body, 'client') ?? ''))
      response.redirect(303, '/admin/tools');
    else sendErrorPage(request, response, 404, 'tool');
  });
  return router;
}
