/** Standard deviations of the data: a longer step has left them, and its effects are the decoder's guess. */
export const farthest = 2.5;
