'use client';

import { useEffect, useState } from 'react';
import type { Decoder } from './decoder-client.ts';
import { superseded } from './latest-wins.ts';
import type { Decoded, DecodeRequest } from './protocol.ts';
import { messageOf } from './use-decoder.ts';
import { DecoderClosed } from './worker-line.ts';

export type DecodedState = {
  /** the newest circuit that is done; while a probe is dragged it trails by at most one decode */
  decoded: Decoded | null;
  /** the request that `decoded` answers */
  of: DecodeRequest | null;
  error: string | null;
};

const nothing: DecodedState = { decoded: null, of: null, error: null };

/** Decode `request` whenever it changes (by identity: memoise it). Nothing happens while either is null. */
export function useDecoded(decoder: Decoder | null, request: DecodeRequest | null): DecodedState {
  const [state, setState] = useState<DecodedState & { by: Decoder | null }>({
    ...nothing,
    by: null,
  });

  useEffect(() => {
    if (!decoder || !request) return;
    // Requests are answered in order and each finished circuit is shown, even while a newer one waits: a drag is a film.
    decoder.request(request).then(
      (decoded) => {
        if (decoded !== superseded) setState({ decoded, of: request, error: null, by: decoder });
      },
      (error: unknown) => {
        if (error instanceof DecoderClosed) return;
        setState({ decoded: null, of: request, error: messageOf(error), by: decoder });
      },
    );
  }, [decoder, request]);

  return state.by === decoder ? state : nothing;
}
