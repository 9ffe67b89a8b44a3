'use client';
import type { LabSummary } from '~/core/contracts/index.ts';
import { Section } from '~/ui/kit/index.ts';
import { FileDrop } from './file-drop.tsx';
import { InspectedFiles } from './inspected-files.tsx';
import { useUploads } from './use-uploads.ts';

/** Files first; what follows is keyed by the pair of uploads, so another file starts it afresh. */
export function ImportFlow({ lab }: { lab: LabSummary }) {
  const { uploads, take, stop } = useUploads(lab.id);
  const { neurons, connections } = uploads;
  const pair =
    neurons?.state === 'sent' && connections?.state === 'sent'
      ? { neurons: neurons.upload.uploadId, connections: connections.upload.uploadId }
      : null;
  const onFiles = (files: File[], side: 'neurons' | 'connections') =>
    take(files, files.length === 1 ? side : undefined);
  return (
    <div className="flex flex-col gap-6">
      <Section title="1. Files">
        <div className="grid gap-4 sm:grid-cols-2">
          <FileDrop
            side="neurons"
            title="Neurons"
            needs="One row a neuron: an id; class, type, layer and position if known."
            sent={neurons}
            onFiles={onFiles}
            onStop={stop}
          />
          <FileDrop
            side="connections"
            title="Connections"
            needs="One row a connection: presynaptic and postsynaptic id; synapse count or size if known."
            sent={connections}
            onFiles={onFiles}
            onStop={stop}
          />
        </div>
      </Section>
      {pair && <InspectedFiles key={`${pair.neurons} ${pair.connections}`} lab={lab} pair={pair} />}
    </div>
  );
}
