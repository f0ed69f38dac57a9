import type { Request, Response } from 'express';

export function refuse(request: Request, response: Response, status: number, reason: string): void {
  response.status(status).json({
    status,
    reason,
    request: {
      method: request.method,
      url: request.originalUrl,
      accept: request.get('accept') ?? '',
      contentType: request.get('content-type') ?? '',
    },
  });
}

/** Moodle: body `[]`; the reason and the posted JSON are only in the HTTP reason phrase. */
export function refuseScore(response: Response, status: number, reason: string, body = '[]'): void {
  response.statusMessage = reason.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 500);
  response.status(status).type('application/json').send(body);
}
