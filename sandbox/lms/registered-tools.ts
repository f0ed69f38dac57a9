/** Self-registered tools are pending until an administrator activates one for all courses. */
import type { ToolRegistration } from './lms-options.ts';
import type { Platform } from './platform.ts';
import type { Store } from './store.ts';
import type { RegisteredTool } from './stored-state.ts';

/** Node may not resolve `.localhost` names. */
export function reachableFromHere(address: string): string {
  const url = new URL(address);
  if (url.hostname.endsWith('.localhost')) url.hostname = '127.0.0.1';
  return url.href;
}

export function addTool(
  { store, faults }: Platform,
  tool: Omit<RegisteredTool, 'deploymentId' | 'isActive' | 'inChooser'>,
): RegisteredTool {
  const added: RegisteredTool = {
    ...tool,
    keySetUrl: reachableFromHere(tool.keySetUrl),
    deploymentId: String(store.takeId()),
    isActive: false,
    inChooser: !faults.keepsOutOfChooser,
  };
  store.state.tools.push(added);
  store.commit();
  return added;
}

export function activateTool(platform: Platform, clientId: string): boolean {
  const { state } = platform.store;
  if (!state.tools.some((tool) => tool.clientId === clientId)) return false;
  for (const tool of state.tools) tool.isActive = tool.clientId === clientId;
  platform.store.commit();
  platform.tool = findActiveTool(platform.store);
  return true;
}

/** "Tool configuration usage": show in activity chooser. */
export function showInChooser({ store }: Platform, clientId: string): boolean {
  const tool = store.state.tools.find((candidate) => candidate.clientId === clientId);
  if (tool === undefined) return false;
  tool.inChooser = true;
  store.commit();
  return true;
}

export function isOffered({ tool, store }: Pick<Platform, 'tool' | 'store'>): boolean {
  return store.state.tools.find(({ clientId }) => clientId === tool?.clientId)?.inChooser ?? true;
}

export function findActiveTool(store: Store): ToolRegistration | undefined {
  return store.state.tools.find(({ isActive }) => isActive);
}
