import type { ModelFigures } from '~/core/contracts/index.ts';
import { count, decimal, Section, Stat, Stats, Table } from '~/ui/kit/index.ts';

/** Prediction of single edges on the test fold, beside both baselines; AUC never without AP. */
export function EdgeFigures({ figures }: { figures: ModelFigures }) {
  const { edges, circuits, bits } = figures;
  const rows = [
    { name: 'This model', about: 'z and u of the encoded circuit', ...edges.model },
    { name: 'Conditions only', about: 'same decoder, no z, no u', ...edges.conditionsOnly },
    { name: 'Distance × type', about: 'logistic', ...edges.distanceType },
  ];
  return (
    <Section
      title="Edges"
      note={`${count(circuits.test)} test circuits, no neuron of the training fold`}
    >
      <Table
        caption="Edges predicted on the test fold"
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          {
            id: 'name',
            head: 'Model',
            cell: (row) => (
              <>
                {row.name} <span className="text-12 text-ink-3">{row.about}</span>
              </>
            ),
          },
          { id: 'auc', head: 'AUC', figures: true, cell: (row) => decimal(row.auc) },
          { id: 'ap', head: 'AP', figures: true, cell: (row) => decimal(row.ap) },
        ]}
      />
      <div className="mt-4">
        <Stats>
          <Stat label="Rate of z" value={decimal(bits.z, 1)} unit="bits" />
          <Stat label="Rate of u" value={decimal(bits.u, 1)} unit="bits" />
          <Stat
            label="Export error"
            value={figures.onnxMaxError.toExponential(1)}
            note="largest, ONNX against JAX"
          />
        </Stats>
      </div>
    </Section>
  );
}
