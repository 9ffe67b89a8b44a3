/** Tokens of the first, second, ... curve of a plot. */
export const curveTokens = ['accent', 'inhibitory', 'excitatory', 'fold-test'] as const;
