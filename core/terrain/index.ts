export {
  latentPoint,
  newPoints,
  pointsASide,
  terrainLevels,
  type Region,
  type TerrainLevel,
} from './grid.ts';
export {
  propertyOfEach,
  terrainProperties,
  terrainPropertyOf,
  terrainProtocolOf,
  type TerrainProperty,
  type TerrainPropertyId,
} from './properties.ts';
export { batchOf, growTerrain, type Terrain } from './grow.ts';
