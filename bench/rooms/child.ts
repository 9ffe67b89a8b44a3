import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const patienceMs = 10_000;

export type Question = 'go' | 'report';

/** A process of the bench, spoken to by messages: what is asked is answered in order. */
export interface Child {
  pid: number;
  ask: (question: Question) => Promise<unknown>;
  end: () => Promise<void>;
}

/** Starts `bench/rooms/<name>.ts`; resolves with it and its first message. */
export async function startChild(name: string, args: object): Promise<[Child, unknown]> {
  const script = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const child = fork(script, [JSON.stringify(args)], { execArgv: ['--import', 'tsx'] });
  const first = await heard(child, name);
  const ask = (question: Question) => {
    const answer = heard(child, name);
    child.send(question);
    return answer;
  };
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.send('end');
    const cut = setTimeout(() => child.kill('SIGKILL'), patienceMs); // buried under its backlog
    await gone;
    clearTimeout(cut);
  };
  return [{ pid: child.pid ?? 0, ask, end }, first];
}

async function heard(child: ChildProcess, name: string): Promise<unknown> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${name} ended with ${String(code)}`);
    }),
  ])) as unknown[];
  return message;
}

/** In the child: its arguments. */
export const givenArguments = (): unknown => JSON.parse(process.argv[2] ?? '{}');

/** In the child: says hello, then answers every question until told to end. */
export function answer(
  hello: object,
  reply: (question: Question) => object | Promise<object>,
  end: () => void | Promise<void>,
): void {
  process.on('message', (question: Question | 'end') => {
    if (question === 'end') void Promise.resolve(end()).then(() => process.exit(0));
    else void Promise.resolve(reply(question)).then((said) => process.send?.(said));
  });
  process.on('disconnect', () => process.exit(1)); // the bench is gone
  process.send?.(hello);
}

/** For a child that is only there. */
export const noQuestions = (): object => ({});
