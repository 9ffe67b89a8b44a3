export { pointsASide, terrainLevels, type Region, type TerrainLevel } from './grid.ts';
export { batchOf, growTerrain, type Terrain } from './grow.ts';
