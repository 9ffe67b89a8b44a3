import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { startChild, type Child } from './rooms/child.ts';
import { cpuMs } from './rooms/cpu.ts';
import { now } from './rooms/mover.ts';

const sizes = [20, 100, 300];
const warmMs = 2_000;
const measuredMs = 6_000;
const drainMs = 1_500;
const listeners = 6;

const servers = [
  ['ours', 'our-server'],
  ['@y/websocket-server', 'reference-server'],
] as const;

const hello = z.object({ url: z.string(), cookie: z.string() });
const sent = z.object({ sentAt: z.array(z.array(z.number())) });
const report = sent.extend({ heard: z.array(z.array(z.tuple([z.number(), z.number()]))) });

interface Figures {
  p50: number;
  p95: number;
  share: number;
  cpu: number;
}

/** Everybody in one room moves at 20 Hz; six of them note what reaches them of all the others. */
async function measure(server: string, people: number): Promise<Figures> {
  const children: Child[] = [];
  const start = async (name: string, args: object) => {
    const [child, said] = await startChild(name, args);
    children.push(child);
    return [child, said] as const;
  };
  try {
    const [served, where] = await start(server, {});
    const at = hello.parse(where);
    const [crowd] = await start('crowd', { ...at, count: people - listeners, firstId: 1_000 });
    const [ears] = await start('listeners', { ...at, count: listeners, firstId: 1 });
    await Promise.all([crowd.ask('go'), ears.ask('go')]);
    await pause(warmMs);
    const from = now();
    const cpuFrom = await cpuMs(served.pid);
    await pause(measuredMs);
    const cpuTo = await cpuMs(served.pid);
    const to = now();
    await pause(drainMs);
    const inside = (moment: number) => moment >= from && moment < to;
    const { heard, sentAt: own } = report.parse(await ears.ask('report'));
    const { sentAt } = sent.parse(await crowd.ask('report'));
    const all = [...sentAt, ...own].flat().filter(inside).length * listeners;
    const due = all - own.flat().filter(inside).length; // nobody hears themselves
    const took = heard.flat().flatMap(([moment, ms]) => (inside(moment) ? [ms] : []));
    took.sort((a, b) => a - b);
    return {
      p50: took[Math.floor(took.length * 0.5)] ?? NaN,
      p95: took[Math.floor(took.length * 0.95)] ?? NaN,
      share: took.length / due,
      cpu: (cpuTo - cpuFrom) / (to - from),
    };
  } finally {
    for (const child of children.reverse()) await child.end();
  }
}

/**
 * Delivery of presence, ours against @y/websocket-server 0.1.1. Clients are lean: unlike y-websocket's own
 * they do not send other people's states back, as our page does not either; sent back, they would bury
 * any server. Share: of all states sent in six seconds, those that arrived; late ones count as arrived
 * for 1.5 s more.
 */
export async function main(): Promise<void> {
  const columns = ['p50, ms', 'p95, ms', 'arrived, %', 'server, % of a core'];
  console.log(['people', 'server', ...columns].map(cell).join(''));
  for (const people of sizes) {
    for (const [name, script] of servers) {
      const { p50, p95, share, cpu: core } = await measure(script, people);
      const figures = [p50, p95, 100 * share, 100 * core].map((value) => value.toFixed(1));
      console.log([String(people), name, ...figures].map(cell).join(''));
    }
  }
  console.log('goal with 300 people: p95 about 30 ms, 100 % arrived.');
}

const cell = (text: string) => text.padEnd(22);
