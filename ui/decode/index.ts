export { createDecoder, type Decoder, type DecoderOptions } from './decoder-client.ts';
export { latestWins, superseded, type Superseded } from './latest-wins.ts';
export { createMeter, type Meter } from './metrics-client.ts';
export { openingWords } from './opening-words.ts';
export type {
  Backend,
  BackendChoice,
  Decoded,
  DecodeManyRequest,
  DecodeRequest,
  Encoded,
  EncodeRequest,
  WeighRequest,
} from './protocol.ts';
export { useDecoded, type DecodedState } from './use-decoded.ts';
export { useDecoder, type DecoderState } from './use-decoder.ts';
export { useMetrics } from './use-metrics.ts';
export { useWeights, type WeightsState } from './use-weights.ts';
export { nullSubjectOf, useNulls, usualDraws, type NullsOf } from './use-nulls.ts';
export { DecoderClosed } from './worker-line.ts';
