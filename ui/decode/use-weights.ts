'use client';

import { useEffect, useState } from 'react';
import type { Decoder } from './decoder-client.ts';
import type { WeighRequest } from './protocol.ts';
import { messageOf } from './use-decoder.ts';
import { DecoderClosed } from './worker-line.ts';

export type WeightsState = {
  /** of the circuit that `of` names [n * n] */
  weights: Float64Array | null;
  of: WeighRequest | null;
  error: string | null;
};

const nothing: WeightsState = { weights: null, of: null, error: null };

/** A probe that did not move for so long has come to rest, ms. */
const rest = 250;

/**
 * Weigh the circuit of `request` once it has rested (by identity: memoise it). Nothing happens while either is null, and
 * what was found for another circuit is not given.
 */
export function useWeights(decoder: Decoder | null, request: WeighRequest | null): WeightsState {
  const [state, setState] = useState(nothing);

  useEffect(() => {
    if (!decoder || !request) return;
    let wanted = true;
    const turn = setTimeout(() => {
      decoder.weigh(request).then(
        (weights) => {
          if (wanted) setState({ weights, of: request, error: null });
        },
        (error: unknown) => {
          if (!wanted || error instanceof DecoderClosed) return;
          setState({ weights: null, of: request, error: messageOf(error) });
        },
      );
    }, rest);
    return () => {
      wanted = false;
      clearTimeout(turn);
    };
  }, [decoder, request]);

  return state.of === request ? state : nothing;
}
