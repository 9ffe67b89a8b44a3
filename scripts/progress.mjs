/** Shows a step while it runs, with its seconds. */

const live = process.stdout.isTTY === true;
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const row = (label, words) => `  ${label.padEnd(22)} ${words}`;

/** Runs `work`; a result that is text is shown as a remark. */
export async function step(label, work) {
  const since = Date.now();
  let timer;
  if (live) {
    const show = () => process.stdout.write(`\r${row(label, seconds(since))}\x1b[K`);
    show();
    timer = setInterval(show, 200);
  } else process.stdout.write(`${row(label, '...')}\n`);
  try {
    const result = await work();
    const remark = typeof result === 'string' ? `   ${result}` : '';
    process.stdout.write(
      `${live ? '\r' : ''}${row(label, seconds(since))}${remark}${live ? '\x1b[K' : ''}\n`,
    );
    return result;
  } catch (error) {
    process.stdout.write(`${live ? '\r' : ''}${row(label, 'failed')}${live ? '\x1b[K' : ''}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
