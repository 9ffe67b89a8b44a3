/** What people read of a failed install: cause and remedy where they are known, and what the command said last. */
export function explainInstall(command: string, output: string): string;
