export * from './circuit.ts';
export * from './draw.ts';
export * from './edge-hash.ts';
export * from './individuality.ts';
export * from './pair-probabilities.ts';
export * from './weights.ts';
