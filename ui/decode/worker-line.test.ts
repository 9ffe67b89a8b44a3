import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import type { Backend, DecoderSource } from './protocol.ts';
import { DecoderClosed, WorkerLine } from './worker-line.ts';

const source: DecoderSource = {
  decoder: { url: 'http://localhost/decoder', sha256: '' },
  encoder: { url: 'http://localhost/encoder', sha256: '' },
  weights: null,
  ortUrl: 'http://localhost/ort/',
  backend: 'auto',
  individuality: 4,
  selfEdges: false,
};

/** What a scripted worker does when it is asked to open or to encode. */
type Script = {
  open: (source: DecoderSource) => Promise<Backend>;
  encode?: () => Promise<string>;
};

/** A worker made of a message channel. */
class ScriptedWorker extends EventTarget implements Worker {
  static alive = 0;
  readonly #channel = new MessageChannel();
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  constructor(script: Script) {
    super();
    ScriptedWorker.alive++;
    expose(script, this.#channel.port2);
    this.#channel.port1.onmessage = ({ data }) =>
      this.dispatchEvent(new MessageEvent('message', { data: data as unknown }));
  }
  postMessage(message: unknown, transfer: Transferable[] | StructuredSerializeOptions = []): void {
    this.#channel.port1.postMessage(message, { transfer: 'length' in transfer ? transfer : [] });
  }
  terminate(): void {
    ScriptedWorker.alive--;
    this.#channel.port1.close();
    this.#channel.port2.close();
  }
}

const lines: WorkerLine[] = [];
function lineOf(scripts: Script[], backend: DecoderSource['backend'] = 'auto'): WorkerLine {
  const line = new WorkerLine({ ...source, backend }, () => {
    const script = scripts.shift();
    if (!script) throw new Error('No further worker was expected.');
    return new ScriptedWorker(script);
  });
  lines.push(line);
  return line;
}
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
  expect(ScriptedWorker.alive).toBe(0);
});

const onGpu = () => Promise.resolve<Backend>('webgpu');
const refusing = () => Promise.reject(new Error('adapter gone'));
const asked = ({ backend }: DecoderSource) =>
  Promise.resolve<Backend>(backend === 'wasm' ? 'wasm' : 'webgpu');
const encode = (line: WorkerLine) =>
  line.call((remote) =>
    remote.encode({ n: 0, conditions: new Float32Array(), adjacency: new Uint8Array() }),
  );

describe('the line to the decoding worker', () => {
  test('opens the backend it was asked for', async () => {
    expect(await lineOf([{ open: asked }], 'wasm').ready()).toBe('wasm');
    expect(await lineOf([{ open: asked }]).ready()).toBe('webgpu');
  });

  test('with auto, a GPU that refuses hands over to wasm in a new worker', async () => {
    expect(await lineOf([{ open: refusing }, { open: asked }]).ready()).toBe('wasm');
  });

  test('with auto, a GPU lost while decoding does so too, once for all that were waiting', async () => {
    const line = lineOf([
      { open: onGpu, encode: () => Promise.reject(new Error('device lost')) },
      { open: asked, encode: () => Promise.resolve('from wasm') },
    ]);
    expect(await Promise.all([encode(line), encode(line)])).toEqual(['from wasm', 'from wasm']);
  });

  test('a backend that was insisted on is not exchanged', async () => {
    await expect(lineOf([{ open: refusing }], 'webgpu').ready()).rejects.toThrow('adapter gone');
  });

  test('an error on wasm is told and not tried again', async () => {
    const line = lineOf([
      { open: () => Promise.resolve('wasm'), encode: () => Promise.reject(new Error('no')) },
    ]);
    await expect(encode(line)).rejects.toThrow('no');
  });

  test('closing rejects what is open', async () => {
    const line = lineOf([{ open: onGpu, encode: () => new Promise(() => undefined) }]);
    const waiting = encode(line);
    await line.ready();
    line.close();
    await expect(waiting).rejects.toThrow(DecoderClosed);
  });
});
