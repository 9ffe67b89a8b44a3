import type { DirectionProtocol } from '~/core/contracts/index.ts';
import { selectedCount } from '~/core/directions/index.ts';
import { metricOf } from '~/core/metrics/index.ts';
import { plural } from '~/ui/kit/index.ts';

/** How a direction was found, in a sentence or two. */
export function protocolWords(protocol: DirectionProtocol): string {
  switch (protocol.kind) {
    case 'aligned':
      return `Fitted to ${plural(protocol.circuits, 'training circuit')}.`;
    case 'purified': {
      const { held, ridge, circuits, individuals, refined } = protocol;
      const others = held.map((id) => metricOf(id).name.toLowerCase()).join(', ');
      return (
        `${held.length > 0 ? `Holds ${others}` : 'Holds nothing'}; ridge ${Number(ridge.toPrecision(2))}. ` +
        `Effects around ${plural(circuits, 'validation circuit')}, ${plural(individuals, 'individual')} each` +
        `${refined > 0 ? `; corrected ${refined === 1 ? 'once' : `${refined} times`} by its own effects` : ''}.`
      );
    }
    case 'function':
      return `Fitted to the scores of ${plural(protocol.circuits, 'observed circuit')} at ${protocol.protocol.task}.`;
    case 'difference':
      return `From ${plural(selectedCount(protocol.from), 'circuit')} to ${plural(selectedCount(protocol.towards), 'circuit')} of the map, in two steps.`;
    case 'principal':
      return 'A principal axis of the encoded training circuits.';
  }
}
