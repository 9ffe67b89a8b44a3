export const ortFiles: readonly string[];
export const ortSource: string;
export function copyOrt(folder?: string): number;
