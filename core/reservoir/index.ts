export { bandOf } from './band.ts';
export { reservoirCurve, type CurvePoint } from './curve.ts';
export {
  besideNullScores,
  nullRounds,
  type NullScore,
  type NullScoresAsked,
} from './null-rounds.ts';
export { defaultProtocol, defaultRadii, protocolProblems } from './protocol.ts';
export { reservoirRounds, type ScoreAt } from './rounds.ts';
export { spectralRadius } from './spectral-radius.ts';
export { reservoirTaskOf, reservoirTasks, type ReservoirTask } from './tasks/index.ts';
export { reservoirWeights, type ReservoirWeights } from './weights.ts';
