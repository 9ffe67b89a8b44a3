/** A recipe that cannot be followed on this connectome; the message says why and what to change. */
export class SamplingError extends Error {
  override name = 'SamplingError';
}
