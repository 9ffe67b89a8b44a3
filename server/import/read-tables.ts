import type { ImportOptions, ImportProgress, ImportReport } from '~/core/contracts/index.ts';
import { writeConnectome } from '~/core/connectome/file.ts';
import { connectomeStatistics } from '~/core/connectome/statistics.ts';
import { filterFields, type FilterField } from '~/core/sampling/filters.ts';
import { readConnections, type ConnectionField } from './connection-table.ts';
import type { ImportLimits } from './limits.ts';
import { readNeurons, type NeuronField } from './neuron-table.ts';
import { ProblemLog } from './problem-log.ts';
import { ReadingMeter } from './reading-meter.ts';
import { tableHead } from './table-head.ts';

export type TableJob = {
  /** paths */
  neurons: string;
  connections: string;
  options: ImportOptions;
  limits: ImportLimits;
  /** whether the connectome itself is wanted, or only what is to be said of it */
  write: boolean;
};

export type TableResult = {
  report: ImportReport;
  /** null while an error stands, or when only the report was wanted */
  connectome: { bytes: Uint8Array<ArrayBuffer>; fields: FilterField[] } | null;
};

/**
 * Reads both tables into a connectome. Whatever the tables hold becomes problems of the report, not exceptions.
 *
 * @param tell hears how far it is, a few times a second
 */
export async function readTables(
  { neurons: neuronPath, connections: connectionPath, options, limits, write }: TableJob,
  tell: (progress: ImportProgress) => void = () => undefined,
): Promise<TableResult> {
  const problems = new ProblemLog();
  const neuronHead = await problems.attempt('neurons', () => tableHead(neuronPath, limits));
  const connectionHead = await problems.attempt('connections', () =>
    tableHead(connectionPath, limits),
  );
  const failed = () => ({ report: { ...problems.report(), statistics: null }, connectome: null });
  if (!neuronHead || !connectionHead) return failed();

  const meter = await ReadingMeter.over([neuronPath, connectionPath], limits, tell);
  const neuronMapping = new Map<string, NeuronField>(Object.entries(options.neurons));
  const connectionMapping = new Map<string, ConnectionField>(Object.entries(options.connections));
  const neurons = await problems.attempt('neurons', () =>
    readNeurons(meter.open('neurons', neuronPath), neuronHead, neuronMapping, limits, problems),
  );
  if (!neurons) return failed();
  const connections = await problems.attempt('connections', () =>
    readConnections(
      meter.open('connections', connectionPath),
      connectionHead,
      connectionMapping,
      neurons,
      options,
      limits,
      problems,
      () => meter.say('sorting'),
    ),
  );
  if (!connections || problems.errors > 0) return failed();

  if (write) meter.say('writing');
  const connectome = { ...neurons.columns, ...connections };
  return {
    report: { ...problems.report(), statistics: connectomeStatistics(connectome) },
    connectome: write
      ? { bytes: writeConnectome(connectome), fields: filterFields(connectome) }
      : null,
  };
}
