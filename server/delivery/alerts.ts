/**
 * Tells the operator of what nobody sees on a page: a line in the log and, where ALERT_WEBHOOK_URL names one, a post
 * that chat services and alert managers understand. Never throws and is never repeated: deliveries do not wait for it.
 */
import type { Log } from '../base/log.ts';

interface Alert {
  readonly code: 'delivery.destination-paused' | 'delivery.destination-unreachable' | 'delivery.dead-letters';
  /** Id of the destination. */
  readonly destination: string;
  /** A code, or how many. */
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

/** Posts `{ text, code, destination, reason, tool, at }`; nothing of a person is in it. */
export function createAlerts({ webhookUrl, publicUrl, clock, log }: AlertDeps): RaiseAlert {
  return async (alert) => {
    log.error(alert, alert.code);
    if (webhookUrl === null) return;
    const text = `NUM+ ${publicUrl}: ${alert.code} ${alert.destination} (${alert.reason})`;
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
