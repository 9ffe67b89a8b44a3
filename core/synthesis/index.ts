export {
  searchBlueprints,
  nearestTraining,
  type Candidate,
  type Decode,
  type Place,
} from './blueprint-search.ts';
export * from './climb.ts';
export { metricsOfCounts, type MetricCounts } from './counted-metrics.ts';
export { expectedCounts } from './expected-counts.ts';
export { obstaclesOf } from './feasibility.ts';
export { guidedWalk, type WalkPlan } from './guided-walk.ts';
export { memoryOf, memoryProtocol, memoryScores, type MemoryGround } from './memory-ground.ts';
export { groundOf, spansOf, type MetricGround } from './metric-ground.ts';
export { MovingCounts } from './moving-counts.ts';
export { wishKindOf } from './field-obstacles.ts';
export { batchCsv, batchJson, type BatchMade } from './batch-export.ts';
export * from './request-table.ts';
export { noveltyOf, type Novelty } from './novelty.ts';
export type { Obstacle } from './obstacle.ts';
export { modelProposals, uniformProposals } from './proposals.ts';
export * from './request.ts';
export * from './synthesise.ts';
export { Target } from './target.ts';
export { typicality, type Typicality } from './typicality.ts';
export { uniformWalk } from './uniform-walk.ts';
