import type { Backend, BackendChoice } from './protocol.ts';

type Adapter = {
  readonly info?: { readonly isFallbackAdapter?: boolean };
  readonly isFallbackAdapter?: boolean;
};

declare global {
  interface Navigator {
    readonly gpu?: { requestAdapter(): Promise<Adapter | null> };
  }
}

/**
 * WebGPU where there is an adapter of hardware, else wasm. An adapter that is software itself decodes
 * some 40 times slower than wasm (`npm run bench -- decode`), so it is used only when insisted on.
 * @throws Error when WebGPU is insisted on and there is no adapter.
 */
export async function chooseBackend(choice: BackendChoice): Promise<Backend> {
  if (choice === 'wasm') return 'wasm';
  const adapter = await navigator.gpu?.requestAdapter();
  if (choice === 'webgpu') {
    if (adapter) return 'webgpu';
    throw new Error('This browser has no WebGPU adapter.');
  }
  return adapter && !isSoftware(adapter) ? 'webgpu' : 'wasm';
}

/** Browsers moved the mark from the adapter to its `info`. */
function isSoftware({ info, isFallbackAdapter }: Adapter): boolean {
  return info?.isFallbackAdapter ?? isFallbackAdapter ?? false;
}
