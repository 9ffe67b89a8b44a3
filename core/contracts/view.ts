import { z } from 'zod';
import { fromBase64, unpackAdjacency } from '../exchange/bits.ts';
import { circuitSelection } from './direction.ts';
import { id, isoDate, seed, sha256 } from './ids.ts';
import { modelDetail } from './lab.ts';
import { nullModelIds } from './null-model-ids.ts';
import { reservoirProtocol } from './reservoir.ts';
import { plane, probe } from './room.ts';
import { line, nameOf, paragraph } from './text.ts';

/** What stands in the short link of a view: no letters that are taken for others. About 49 random bits. */
export const viewCode = z.string().regex(/^[2-9a-hjkmnp-z]{10}$/, 'This is no link of a view.');

const most = 512; // neurons
const shortText = line(80);
const bits = z.string().max(4 * Math.ceil((most * most) / 24));
const position = z.number().min(-1e6).max(1e6);

/** Which network a view was made with: its hashes say so, whatever its name. */
const viewedModel = z.object({
  id,
  name: z.string(),
  version: z.int(),
  sha256: sha256.describe('of the manifest'),
  decoder: sha256,
  map: sha256,
});

/** Whether the texts of a plane can be stored: what rooms share is checked less. */
const sayable = ({ id: name, label }: z.infer<typeof plane>) =>
  [name, ...label].every((text) => shortText.safeParse(text).success);

const shownEdges = z
  .object({
    from: z
      .enum(['decoder', 'stored'])
      .describe('stored: of a pin, perhaps made to order; no decode of the probe gives them'),
    name: shortText.describe('of the pin; empty for a decode'),
    adjacency: bits.describe('bit-packed, base64'),
    count: z
      .int()
      .min(0)
      .max(most * most),
    hash: z.string().regex(/^[0-9a-f]{8}$/),
    borderline: z
      .array(
        z.tuple([
          z
            .int()
            .min(0)
            .max(most - 1),
          z
            .int()
            .min(0)
            .max(most - 1),
        ]),
      )
      .max(20_000)
      .describe('pairs within 1e-4 of a boundary of the draw'),
  })
  .describe('connections of the circuit shown');

const shownValue = z.object({ metric: line(40).min(1), value: z.number().nullable() });

/** Everything that a page needs to show the same again, and what it showed, to be compared. */
const viewStateOf1 = z.object({
  version: z.literal(1),
  model: viewedModel,
  plane: plane.refine(sayable, 'This plane has control characters in its name.'),
  camera: z
    .object({ center: z.tuple([position, position]), span: z.number().min(1e-4).max(1e5) })
    .nullable()
    .describe('null: the whole map'),
  probe,
  size: z.int().min(1).max(most).describe('N of the circuit'),
  colourBy: line(40).min(1).describe('a structure metric, or fold'),
  ground: z.object({ property: line(40).min(1), shown: z.boolean() }).describe('terrain'),
  selection: circuitSelection.nullable().describe('circuits selected on the map'),
  neurons: z
    .array(
      z
        .int()
        .min(0)
        .max(most - 1),
    )
    .max(most),
  opened: z.int().min(0).nullable().describe('the observed circuit beside the decoded one'),
  tab: z.enum(['graph', 'matrix', 'table']),
  layout: z.enum(['positions', 'force']),
  weights: z.boolean().describe('whether weights of connections were shown'),
  edges: shownEdges,
  values: z.array(shownValue).max(64).describe('structure metrics of these connections'),
});

/** What the metrics stood beside: a null with its draws, or the training circuits. */
const shownBeside = z.object({
  with: z.enum(['training', ...nullModelIds]),
  draws: z.int().min(0).max(10_000).describe('0: none were drawn, or not all of them yet'),
  seed,
  rows: z
    .array(
      z.object({
        metric: line(40).min(1),
        mean: z.number().nullable(),
        low: z.number().nullable().describe('of the interval that holds 95 % of the draws'),
        high: z.number().nullable(),
        z: z.number().nullable().describe('null: the draws do not differ'),
      }),
    )
    .max(64),
});

/** Since version 2 a view says too what its values stood beside, and how a terrain of a task is scored. */
const viewStateOf2 = viewStateOf1.extend({
  version: z.literal(2),
  ground: viewStateOf1.shape.ground.extend({
    protocol: reservoirProtocol.nullable().describe('null: of a metric, or not known'),
  }),
  beside: shownBeside.nullable().describe('null: not known'),
});

/** As views were kept, by version. */
export const viewStates = { 1: viewStateOf1, 2: viewStateOf2 } as const;

/** As it is written now. */
export const viewState = viewStateOf2;
export type ViewState = z.infer<typeof viewState>;

const bytesOf = (text: string): number => {
  try {
    return fromBase64(text).length;
  } catch {
    return -1;
  }
};

/** A small picture of a view, drawn by any page in its own colours: places are bytes, from the upper left. */
export const viewPicture = z
  .object({
    map: z.string().max(2400).describe('x, y of some circuits of the map; base64'),
    probe: z.tuple([z.int().min(0).max(255), z.int().min(0).max(255)]),
    neurons: z.string().max(1368).describe('x, y of each neuron; base64; empty: no positions'),
    classes: z
      .string()
      .max(most)
      .regex(/^[EI?]*$/)
      .describe('of each neuron'),
  })
  .refine(({ map }) => bytesOf(map) >= 0 && bytesOf(map) % 2 === 0, 'The picture has no map.')
  .refine(
    ({ neurons, classes }) => [0, 2 * classes.length].includes(bytesOf(neurons)),
    'The picture has other neurons than it has classes.',
  );
export type ViewPicture = z.infer<typeof viewPicture>;

const title = nameOf('view', 120);
const note = paragraph(2000).trim();

/** What a person saves; the server writes down which model it is. */
export const newView = z
  .object({
    labId: id,
    title,
    note,
    state: viewState.extend({ model: z.object({ id, sha256 }) }),
    picture: viewPicture,
    origin: viewCode.nullable().describe('the view that this one came from'),
  })
  .refine(({ state: { size, edges } }) => isWhole(size, edges.adjacency), {
    message: 'The connections are not those of so many neurons.',
    path: ['state', 'edges'],
  })
  .refine(({ state: { size }, picture }) => picture.classes.length === size, {
    message: 'The picture is of another circuit.',
    path: ['picture'],
  });
export type NewView = z.infer<typeof newView>;

function isWhole(n: number, adjacency: string): boolean {
  try {
    unpackAdjacency(adjacency, n);
    return true;
  } catch {
    return false;
  }
}

export const viewWords = z.object({ code: viewCode, title, note });

/** A view as lists show it. */
export const viewSummary = z.object({
  code: viewCode,
  labId: id,
  title: z.string(),
  note: z.string(),
  by: z.object({ name: z.string(), mine: z.boolean() }),
  model: viewedModel,
  seed: z.int(),
  size: z.int(),
  adjacency: z.string(),
  picture: viewPicture,
  origin: z
    .object({ code: viewCode, title: z.string().nullable().describe('null: it is gone') })
    .nullable(),
  mayEdit: z.boolean().describe('give it other words, delete it'),
  createdAt: isoDate,
});
export type ViewSummary = z.infer<typeof viewSummary>;

/** Newest first; `next` is where the page after this one begins. */
export const viewPage = z.object({ views: z.array(viewSummary), next: z.int().nullable() });
export type ViewPage = z.infer<typeof viewPage>;

/** A view with all that a page needs to open it. */
export const viewDetail = viewSummary.extend({
  lab: z.object({ slug: z.string(), name: z.string() }),
  state: viewState,
  of: modelDetail.describe('the model'),
  gone: z.boolean().describe('the model was deleted; what its views need is kept'),
  mayCopy: z.boolean(),
});
export type ViewDetail = z.infer<typeof viewDetail>;
