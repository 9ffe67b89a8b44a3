import type { Backend, BackendChoice } from './protocol.ts';

declare global {
  interface Navigator {
    readonly gpu?: { requestAdapter(): Promise<object | null> };
  }
}

/** @throws Error when WebGPU is insisted on and there is no adapter. */
export async function chooseBackend(choice: BackendChoice): Promise<Backend> {
  if (choice === 'wasm') return 'wasm';
  const adapter = await navigator.gpu?.requestAdapter();
  if (adapter) return 'webgpu';
  if (choice === 'webgpu') throw new Error('This browser has no WebGPU adapter.');
  return 'wasm';
}
