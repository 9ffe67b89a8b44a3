/** `npm run bench` runs every bench; `npm run bench -- rooms decode` only those named. */
import { readAsked } from './asked.ts';
import { benches } from './benches.ts';
import { chromiumPath, NoChromium } from './chromium.ts';

const asked = readAsked(process.argv.slice(2));
if ('says' in asked) {
  (asked.code === 0 ? console.log : console.error)(asked.says);
  process.exit(asked.code);
}
try {
  if (asked.run.some((name) => benches[name]?.browser)) chromiumPath(); // said before the first runs
  for (const name of asked.run) {
    console.log(`\n== ${name}`);
    await (await benches[name]?.open())?.main();
  }
} catch (error) {
  if (!(error instanceof NoChromium)) throw error;
  console.error(error.message);
  process.exit(1);
}
