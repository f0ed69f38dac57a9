/** Never throws or retries, so that deliveries don't wait. */
import type { Log } from '../base/log.ts';

interface Alert {
  readonly code:
    | 'delivery.destination-paused'
    | 'delivery.destination-unreachable'
    | 'delivery.dead-letters'
    | 'delivery.no-worker';
  /** Empty if it is about all. */
  readonly destination: string;
  readonly reason: string;
}

export type RaiseAlert = (alert: Alert) => Promise<void>;

interface AlertDeps {
  readonly webhookUrl: string | null;
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly log: Log;
}

const timeoutMs = 5_000;

/** To ALERT_WEBHOOK_URL: `{ text, code, destination, reason, tool, at }`, no personal data. */
export function createAlerts({ webhookUrl, publicUrl, clock, log }: AlertDeps): RaiseAlert {
  return async (alert) => {
    log.error(alert, alert.code);
    if (webhookUrl === null) return;
    const about = [alert.code, alert.destination].filter((part) => part !== '').join(' ');
    const text = `NUM+ ${publicUrl}: ${about} (${alert.reason})`;
    const at = new Date(clock()).toISOString();
    try {
      const response = await fetch(webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, ...alert, tool: publicUrl, at }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (!response.ok) log.warn({ status: response.status }, 'alert.not-taken');
    } catch (error) {
      log.warn({ err: error }, 'alert.not-sent');
    }
  };
}
