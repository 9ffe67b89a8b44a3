/** The longest time this thread does not come to its next task, ms, while `work` goes on. */
export async function longestSilence(work: () => Promise<void>): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  await work();
  port1.close();
  return longest;
}
