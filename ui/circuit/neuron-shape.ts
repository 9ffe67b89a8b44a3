/** Shape of a neuron: E a disc, I a diamond, unknown a square; `selfEdge` is added for the ring of an autapse. */
export const neuronShape = { excitatory: 0, inhibitory: 1, neutral: 2 } as const;
export const selfEdge = 4;
