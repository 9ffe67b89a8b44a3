/** Makes the data folder and its parts for their owner alone, and closes those that were left open to others. */
export function closeToOthers(folder: string): void;
