'use client';

import { useEffect, useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { createDecoder, type Decoder } from './decoder-client.ts';
import type { Backend, BackendChoice } from './protocol.ts';
import type { Loading } from './runtime-file.ts';

export type DecoderState =
  | { status: 'opening'; decoder: null; loading: Loading | null }
  | { status: 'ready'; decoder: Decoder; backend: Backend; loading: null }
  | { status: 'failed'; decoder: null; message: string; loading: null };

const opening: DecoderState = { status: 'opening', decoder: null, loading: null };

/**
 * Open a model for as long as the component is mounted. Another manifest object, lab or backend opens anew, so give the
 * manifest as the query cache holds it.
 */
export function useDecoder(
  labId: string,
  manifest: ModelManifest,
  backend: BackendChoice = 'auto',
): DecoderState {
  const [state, setState] = useState<DecoderState>(opening);

  useEffect(() => {
    let current = true;
    const decoder = createDecoder({
      manifest,
      backend,
      onLoading: (loading) => {
        // told over a line of its own, so the last may come after the decoder is ready
        if (current)
          setState((now) =>
            now.status === 'opening' ? { status: 'opening', decoder: null, loading } : now,
          );
      },
      fileUrl: (sha256) => `/api/files/${labId}/${sha256}`,
    });
    decoder.ready.then(
      (chosen) => {
        if (current) setState({ status: 'ready', decoder, backend: chosen, loading: null });
      },
      (error: unknown) => {
        if (current)
          setState({ status: 'failed', decoder: null, message: messageOf(error), loading: null });
      },
    );
    return () => {
      current = false;
      setState(opening);
      decoder.dispose();
    };
  }, [labId, manifest, backend]);

  return state;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The circuit could not be decoded.';
}
