/** Tickets are single-use, because the tool's POST carries no cookie. */
import type { SelectionSettings } from './selection-settings.ts';

export interface DeepLinkTicket {
  readonly userId: number;
  readonly courseId: number;
  readonly settings: SelectionSettings;
  /** The activity that is chosen again. */
  readonly cmid?: number | undefined;
}

export interface DeepLinkTickets {
  /** Returns the sesskey for the return address. */
  issue(ticket: DeepLinkTicket): string;
  find(sesskey: string): DeepLinkTicket | undefined;
  spend(sesskey: string): void;
}

const MAX_WAITING = 1000;

export function createDeepLinkTickets(randomDigits: () => string): DeepLinkTickets {
  const tickets = new Map<string, DeepLinkTicket>();
  return {
    issue(ticket) {
      const [oldest] = tickets.keys();
      if (tickets.size >= MAX_WAITING && oldest !== undefined) tickets.delete(oldest);
      const sesskey = randomDigits();
      tickets.set(sesskey, ticket);
      return sesskey;
    },
    find: (sesskey) => tickets.get(sesskey),
    spend(sesskey) {
      tickets.delete(sesskey);
    },
  };
}
