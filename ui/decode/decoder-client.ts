import type { ModelManifest } from '~/core/contracts/index.ts';
import type { DrawnCircuit, PairLogits } from '~/core/decoder/index.ts';
import { latestWins, type Superseded } from './latest-wins.ts';
import type {
  Backend,
  BackendChoice,
  Decoded,
  DecodeManyRequest,
  DecodeRequest,
  Encoded,
  EncodeRequest,
  WeighRequest,
} from './protocol.ts';
import type { Loading } from './runtime-file.ts';
import { WorkerLine } from './worker-line.ts';

export type DecoderOptions = {
  manifest: Pick<ModelManifest, 'files' | 'latent' | 'selfEdges' | 'weights'>;
  /** address of a file by its hash */
  fileUrl: (sha256: string) => string;
  backend?: BackendChoice;
  /** folder of onnxruntime's files on our own origin */
  ortPath?: string;
  /** hears how much of onnxruntime has come */
  onLoading?: (loading: Loading) => void;
  /** a bench or a test starts a worker of its own making */
  startWorker?: () => Worker;
};

/** A model decoding in its own worker; the page's thread sends a request and takes the circuit. */
export type Decoder = {
  /** resolves when the model is open, rejects with a message for people when it cannot be */
  ready: Promise<Backend>;
  /** The circuit of a probe, or `superseded` when a newer request came before this one's turn. */
  request: (request: DecodeRequest) => Promise<Decoded | Superseded>;
  /** Circuits of several places over the same neurons; waits its turn and is never superseded. */
  decodeMany: (request: DecodeManyRequest) => Promise<DrawnCircuit[]>;
  /** What these places' circuits would be drawn from; waits its turn and is never superseded. */
  logits: (request: DecodeManyRequest) => Promise<PairLogits[]>;
  encode: (request: EncodeRequest) => Promise<Encoded>;
  /** Weights [n * n] of a drawn circuit, of a model that tells them; waits its turn. */
  weigh: (request: WeighRequest) => Promise<Float64Array>;
  /** End the worker. Requests still open reject with DecoderClosed. */
  dispose: () => void;
};

export function createDecoder(options: DecoderOptions): Decoder {
  const { manifest, fileUrl, backend = 'auto', ortPath = '/ort/' } = options;
  const absolute = (address: string) => new URL(address, location.href).href;
  const fileOf = ({ sha256 }: { sha256: string }) => ({ url: absolute(fileUrl(sha256)), sha256 });
  const { files, weights } = manifest;
  const line = new WorkerLine(
    {
      decoder: fileOf(files.decoder),
      encoder: fileOf(files.encoder),
      weights: files.weights && weights ? { file: fileOf(files.weights), scale: weights } : null,
      ortUrl: absolute(ortPath),
      backend,
      individuality: manifest.latent.u,
      selfEdges: manifest.selfEdges,
    },
    options.startWorker ?? startWorker,
    options.onLoading,
  );
  const ready = line.ready();
  ready.catch(() => undefined); // a caller who only requests hears of it there
  return {
    ready,
    request: latestWins((request) => line.call((remote) => remote.decode(request))),
    decodeMany: (request) => line.call((remote) => remote.decodeMany(request)),
    logits: (request) => line.call((remote) => remote.logits(request)),
    encode: (request) => line.call((remote) => remote.encode(request)),
    weigh: (request) => line.call((remote) => remote.weigh(request)),
    dispose: () => line.close(),
  };
}

function startWorker(): Worker {
  return new Worker(new URL('./decode.worker.ts', import.meta.url), {
    type: 'module',
    name: 'decode',
  });
}
