import { peerPython, workerFolder, workerPython } from './environment.ts';

export type Contestant = {
  name: string;
  python: string;
  script: string;
  flag: string;
  path: string;
  /** Scores so few circuits that a peer's turn takes some ten seconds. */
  circuits: number | null;
};

export const single: Contestant = {
  name: 'latentome, single',
  python: workerPython,
  script: 'ours.py',
  flag: '--single',
  path: workerFolder,
  circuits: null,
};
export const double: Contestant = { ...single, name: 'latentome, double', flag: '--double' };

/** ReservoirPy with its matrix sparse and dense, and conn2res where CONN2RES names a checkout and CONN2RES_PYTHON a Python with what it needs. */
export function peers(): Contestant[] {
  const python = peerPython();
  const peer = { python, script: 'reservoirpy_peer.py', path: '', circuits: 8 };
  const found: Contestant[] = [
    { ...peer, name: 'ReservoirPy, sparse W', flag: '--sparse' },
    { ...peer, name: 'ReservoirPy, dense W', flag: '--dense' },
  ];
  const checkout = process.env.CONN2RES;
  if (checkout)
    found.push({
      name: 'conn2res',
      python: process.env.CONN2RES_PYTHON ?? 'python3',
      script: 'conn2res_peer.py',
      flag: '--dense',
      path: checkout,
      circuits: 8,
    });
  return found;
}
