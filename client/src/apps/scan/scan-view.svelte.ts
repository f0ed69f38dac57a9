import { createContext } from 'svelte';
import { findCode } from '../../../../scenarios/world/scan/scan.ts';
import type {
  PrintedCode,
  ScanAction,
  ScanState,
  ScanWorld,
} from '../../../../scenarios/world/scan/types.ts';
import { AppView } from '../kit/app-view.svelte.ts';
import { t } from './scan-texts.ts';

type Bare<Action> = Action extends unknown ? Omit<Action, 'app'> : never;

export class ScanView extends AppView {
  get scanWorld(): ScanWorld {
    return this.need('code reader', this.world.scan);
  }

  get scan(): ScanState {
    return this.need('code reader', this.scene.apps.scan);
  }

  /** The code whose address is shown. */
  get read(): PrintedCode | undefined {
    return findCode(this.scanWorld, this.scan.read);
  }

  do(action: Bare<ScanAction>, said = ''): void {
    this.perform({ app: 'scan', ...action }, said);
  }

  /** @returns whether a code is printed like this; case and spaces do not matter */
  enter(typed: string): boolean {
    const code = this.scanWorld.codes.find((each) => plainCode(this.text(each.typed)) === plainCode(typed));
    if (code !== undefined) this.do({ type: 'enter', codeId: code.id });
    return code !== undefined;
  }

  /** Shows the page in the browser, if the scene has one. */
  open({ id: codeId, page }: PrintedCode): void {
    if (page !== null) this.sayOnArrival(t('said.opened'));
    this.do({ type: 'open', codeId }, t('said.opened'));
    if (page !== null) this.perform({ app: 'browser', type: 'open', pageId: page, via: 'code', rank: 0 });
  }
}

function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

export const [getScanView, setScanView] = createContext<ScanView>();
