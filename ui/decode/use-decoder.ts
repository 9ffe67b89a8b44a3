'use client';

import { useEffect, useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { createDecoder, type Decoder } from './decoder-client.ts';
import type { Backend, BackendChoice } from './protocol.ts';

export type DecoderState =
  | { status: 'opening'; decoder: null }
  | { status: 'ready'; decoder: Decoder; backend: Backend }
  | { status: 'failed'; decoder: null; message: string };

const opening: DecoderState = { status: 'opening', decoder: null };

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
      fileUrl: (sha256) => `/api/files/${labId}/${sha256}`,
    });
    decoder.ready.then(
      (chosen) => {
        if (current) setState({ status: 'ready', decoder, backend: chosen });
      },
      (error: unknown) => {
        if (current) setState({ status: 'failed', decoder: null, message: messageOf(error) });
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
