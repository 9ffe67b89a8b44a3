/** Shows a step while it runs, with its seconds. */

const live = process.stdout.isTTY === true;
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const row = (label, words) => `  ${label.padEnd(22)} ${words}`;

/**
 * Runs `work`; a result that is text is shown as a remark. What others print meanwhile is kept, and
 * shown if the step fails.
 */
export async function step(label, work) {
  const since = Date.now();
  const said = [];
  const write = process.stdout.write;
  const print = (text) => write.call(process.stdout, text);
  const end = (words) => print(`${live ? '\r' : ''}${row(label, words)}${live ? '\x1b[K' : ''}\n`);
  let timer;
  if (live) {
    const show = () => print(`\r${row(label, seconds(since))}\x1b[K`);
    show();
    timer = setInterval(show, 200);
  } else print(`${row(label, '...')}\n`);
  process.stdout.write = (chunk, ...rest) => {
    said.push(chunk);
    rest.find((one) => typeof one === 'function')?.();
    return true;
  };
  try {
    const result = await work();
    const remark = typeof result === 'string' ? `   ${result}` : '';
    end(`${seconds(since)}${remark}`);
    return result;
  } catch (error) {
    end('failed');
    for (const chunk of said) print(chunk);
    throw error;
  } finally {
    process.stdout.write = write;
    clearInterval(timer);
  }
}
