/** Processor time of this process and the moment it was taken, both in ms. */
export const cpuNow = (): { cpuMs: number; at: number } => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, at: performance.now() };
};
