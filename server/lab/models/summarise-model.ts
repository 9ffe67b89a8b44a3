import type { ModelDetail, ModelSummary } from '~/core/contracts/index.ts';
import type { connectome, model } from '~/db/schema/index.ts';

export type ModelRow = {
  model: typeof model.$inferSelect;
  connectome: Pick<typeof connectome.$inferSelect, 'id' | 'name' | 'isModel'>;
};

/** What lists show of a model; the figures are those of its manifest, on the test fold. */
export function summariseModel({ model: row, connectome: from }: ModelRow): ModelSummary {
  const { figures, size, recipe } = row.manifest;
  return {
    id: row.id,
    labId: row.labId,
    version: row.version,
    name: row.name,
    sha256: row.sha256,
    connectome: { id: from.id, name: from.name, isModel: from.isModel },
    runId: row.runId,
    size,
    circuits: row.circuits,
    metricR2Mean: figures.metricR2Mean,
    auc: figures.edges.model.auc,
    ap: figures.edges.model.ap,
    bits: figures.bits.z + figures.bits.u,
    corpusSha256: recipe.corpusSha256,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Everything that is stored of a model, by hash. */
export function filesOf({ sha256, manifest }: Pick<ModelDetail, 'sha256' | 'manifest'>): string[] {
  return [sha256, ...Object.values(manifest.files).map((file) => file.sha256)];
}
