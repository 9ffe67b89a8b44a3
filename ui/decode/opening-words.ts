import type { DecoderState } from './use-decoder.ts';

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** What is being waited for until the first circuit stands, in a plain sentence. */
export function openingWords(state: Pick<DecoderState, 'status' | 'loading'>): string {
  const { status, loading } = state;
  if (status !== 'opening') return 'Decoding';
  if (!loading?.of) return 'Loading the decoder';
  if (loading.bytes >= loading.of) return 'Starting the decoder';
  return `Loading the decoder, ${megabytes(loading.bytes)} of ${megabytes(loading.of)} MB`;
}
