import { defineMetric, ratio, type Metric } from './metric.ts';
import { triadDrawings, triadNames, type TriadName } from './triads.ts';

/** The census of triads: of each of the sixteen kinds, its share of all triples of neurons. */
export const triadShares: readonly Metric<`triad_${TriadName}`>[] = triadNames.map((name) =>
  defineMetric({
    id: `triad_${name}`,
    name: `Triad ${name}`,
    family: 'Triads',
    unit: 'share of triples',
    spacing: 'log',
    formula: 'triples of this kind / (N (N - 1) (N - 2) / 6)',
    about: `How many of all triples of neurons are connected like this: ${drawn(name)}.`,
    source:
      'Holland & Leinhardt 1970, Am. J. Sociol. 76, 492; Batagelj & Mrvar 2001, Soc. Networks 23, 237',
    compute: ({ triads, circuit: { n } }) =>
      ratio(triads[name], (n * (n - 1) * (n - 2)) / 6, 'fewer than three neurons'),
  }),
);

/** As text: a pair connected both ways is drawn once. */
function drawn(name: TriadName): string {
  const arrows: readonly string[] = triadDrawings[name];
  const texts = arrows.flatMap((arrow) => {
    const [from = '', to = ''] = arrow;
    if (!arrows.includes(to + from)) return `${from} -> ${to}`;
    return from < to ? `${from} <-> ${to}` : [];
  });
  return texts.join(', ') || 'not at all';
}
