import { useSyncExternalStore } from 'react';
import type { BackendChoice } from '~/ui/decode/index.ts';

const never = () => () => undefined;

/** `?backend=wasm` or `?backend=webgpu` insists on one; otherwise the browser decides. */
export function useBackendChoice(): BackendChoice {
  return useSyncExternalStore(
    never,
    () => chosen(location.search),
    () => 'auto',
  );
}

function chosen(search: string): BackendChoice {
  const asked = new URLSearchParams(search).get('backend');
  return asked === 'wasm' || asked === 'webgpu' ? asked : 'auto';
}
