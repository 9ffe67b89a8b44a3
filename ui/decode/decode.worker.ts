import { expose, transfer } from 'comlink';
import { ModelRunner } from './model-runner.ts';
import type {
  DecodeManyRequest,
  DecodeRequest,
  DecoderSource,
  EncodeRequest,
  WeighRequest,
} from './protocol.ts';
import type { Loading } from './runtime-file.ts';

let opened: Promise<ModelRunner> | null = null;

function runner(): Promise<ModelRunner> {
  return opened ?? Promise.reject(new Error('No model is open.'));
}

const decodeWorker = {
  /** Open a model; the answer is the backend it runs on. `told` hears how much of the runtime has come. */
  async open(source: DecoderSource, told: (loading: Loading) => void) {
    opened = ModelRunner.open(source, told);
    return (await opened).backend;
  },
  async decode(request: DecodeRequest) {
    const decoded = await (await runner()).decode(request);
    const { adjacency, probabilities } = decoded;
    return transfer(decoded, [adjacency.buffer, ...(probabilities ? [probabilities.buffer] : [])]);
  },
  async decodeMany(request: DecodeManyRequest) {
    const circuits = await (await runner()).decodeMany(request);
    return transfer(
      circuits,
      circuits.map(({ adjacency }) => adjacency.buffer),
    );
  },
  async logits(request: DecodeManyRequest) {
    return (await runner()).logits(request);
  },
  async encode(request: EncodeRequest) {
    return (await runner()).encode(request);
  },
  async weigh(request: WeighRequest) {
    const weights = await (await runner()).weigh(request);
    return transfer(weights, [weights.buffer]);
  },
  async close() {
    await (await opened)?.close();
    opened = null;
  },
};

export type DecodeWorker = typeof decodeWorker;

expose(decodeWorker);
