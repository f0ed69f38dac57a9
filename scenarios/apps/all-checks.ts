/** The checks of every simulated app. */
import type { SimulatedAppId } from '../world/types.ts';
import type { AppChecks } from './checks.ts';
import { browserChecks } from './browser/check.ts';
import { filesChecks } from './files/check.ts';
import { mailChecks } from './mail/check.ts';
import { sheetChecks } from './sheet/check.ts';

export const checksByApp: Readonly<Record<SimulatedAppId, AppChecks>> = {
  mail: mailChecks,
  files: filesChecks,
  browser: browserChecks,
  sheet: sheetChecks,
};

export const allAppChecks: readonly AppChecks[] = Object.values(checksByApp);
