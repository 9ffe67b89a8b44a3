import { z } from 'zod';
import { measuredEffects, savedDirection } from './direction.ts';
import { id, isoDate, seed, sha256 } from './ids.ts';
import { metricId, metricIds } from './metric-id.ts';
import { pin } from './room.ts';
import { reservoirTaskIds, type ReservoirTaskId } from './reservoir.ts';
import { line, nameOf, paragraph } from './text.ts';

/** What effects on the score of a task are called among those on metrics. */
export const scoreId = <Task extends ReservoirTaskId>(task: Task) => `function:${task}` as const;
const scoreIds = reservoirTaskIds.map((task) => scoreId(task));

/** What a claim can be about: the eight metrics and the scores of the tasks. */
export const claimable = z.enum([...metricIds, ...scoreIds]);
export type Claimable = z.infer<typeof claimable>;

export const changeKinds = ['rises', 'falls', 'stays'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A claim that can be tested: what changes from the first step of the slider to the last, and what does not. */
export const prediction = z.object({
  statements: z
    .array(z.object({ metric: claimable, change: z.enum(changeKinds) }))
    .min(1, 'A prediction says at least one thing.')
    .max(metricIds.length + scoreIds.length)
    .refine(
      (all) => new Set(all.map(({ metric }) => metric)).size === all.length,
      'A prediction says one thing of a metric.',
    ),
  threshold: z
    .number()
    .min(0.05, 'The threshold is 0.05 to 5 standard deviations.')
    .max(5, 'The threshold is 0.05 to 5 standard deviations.')
    .describe('sd of the training circuits: a smaller change counts as none'),
});
export type Prediction = z.infer<typeof prediction>;

export const verdicts = ['supported', 'contradicted', 'undecided'] as const;
const verdict = z.enum(verdicts);
export type Verdict = (typeof verdicts)[number];

/** How a prediction was measured: with the model, enough to measure it again. */
export const testProtocol = z.object({
  modelSha256: sha256,
  circuits: z.array(z.int().min(0)).max(64).describe('test circuits of the map'),
  unseen: z.boolean().describe('none of them is one that effects are measured on'),
  individuals: z.int(),
  seed,
  steps: z.tuple([z.number(), z.number()]).describe('from, to'),
  scores: z
    .object({ radius: z.number(), circuits: z.int(), sds: z.record(z.string(), z.number()) })
    .nullable()
    .describe('of tasks: spectral radius, and their sd over so many observed training circuits'),
});
export type TestProtocol = z.infer<typeof testProtocol>;

/** Changes of each statement's metric, circuit by circuit in the order of the protocol, in standard deviations. */
export const testFigures = z.array(z.array(z.number().min(-1e6).max(1e6).nullable()));
export type TestFigures = z.infer<typeof testFigures>;

const judged = z.object({
  metric: claimable,
  change: z.enum(changeKinds),
  mean: z.number().nullable().describe('null: defined in too few circuits'),
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict,
});

/** What came of a prediction. */
export const predictionTest = z.object({
  protocol: testProtocol,
  figures: testFigures,
  level: z.number().describe('that all intervals hold together'),
  statements: z.array(judged),
  verdict,
});
export type PredictionTest = z.infer<typeof predictionTest>;

/** Changes along random directions as long as this one, by metric: one a direction, in standard deviations. */
export const nullEffects = z.object({
  directions: z.int().min(1).max(200),
  circuits: z.int().min(2).max(200),
  individuals: z.int().min(1).max(64),
  seed,
  steps: z.tuple([z.number(), z.number()]),
  metrics: z
    .array(z.object({ metric: metricId, changes: z.array(z.number().min(-1e6).max(1e6)).max(200) }))
    .max(metricIds.length),
});
export type NullEffects = z.infer<typeof nullEffects>;

const claim = line(240).trim();
const by = z.object({ name: z.string(), mine: z.boolean() });

/** What somebody says for or against a name. An effect is copied from what the direction was measured to do. */
export const newEvidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circuit'), roomId: id, pinId: id }),
  z.object({ kind: z.literal('effect'), metric: line(40).min(1) }),
  z.object({
    kind: z.literal('link'),
    url: line(500).pipe(
      z.url({ protocol: /^https?$/, error: 'A link begins with https:// or http://.' }),
    ),
    label: line(120).trim(),
  }),
]);
export type NewEvidence = z.infer<typeof newEvidence>;

export const evidenceContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circuit'), room: z.string(), pin }),
  z.object({
    kind: z.literal('effect'),
    metric: z.string(),
    mean: z.number(),
    low: z.number(),
    high: z.number(),
    circuits: z.int(),
    individuals: z.int(),
  }),
  z.object({ kind: z.literal('link'), url: z.string(), label: z.string() }),
]);
export type EvidenceContent = z.infer<typeof evidenceContent>;

export const newDirectionName = z.object({
  directionId: id,
  name: nameOf('direction'),
  claim: claim.min(1, 'Say in one line what the direction does.'),
  prediction: prediction.nullable(),
});
export type NewDirectionName = z.infer<typeof newDirectionName>;

/** One of the names that compete for a direction. The founding one is what it was kept as. */
export const directionName = z.object({
  id,
  founding: z.boolean(),
  name: z.string(),
  claim: z.string().describe('empty: none was stated'),
  prediction: prediction.nullable(),
  test: predictionTest.extend({ by, at: isoDate }).nullable(),
  by,
  createdAt: isoDate,
  votes: z.object({
    for: z.int(),
    against: z.int(),
    mine: z.union([z.literal(1), z.literal(-1)]).nullable(),
  }),
  evidence: z.array(z.object({ id, content: evidenceContent, by, createdAt: isoDate })),
  comments: z.array(z.object({ id, text: z.string(), by, createdAt: isoDate })),
});
export type DirectionName = z.infer<typeof directionName>;

/** A direction with everything people have said of it. */
export const directionDetail = z.object({
  direction: savedDirection,
  nulls: nullEffects.extend({ by, at: isoDate }).nullable(),
  names: z.array(directionName).describe('oldest first'),
  maySpeak: z.boolean().describe('name, vote, comment'),
  mayEdit: z.boolean().describe('take away what others have said'),
});
export type DirectionDetail = z.infer<typeof directionDetail>;

/** What was measured of a direction that is kept already. */
export const newMeasured = z.object({
  directionId: id,
  effects: measuredEffects.nullable().describe('null: it was kept with them'),
  nulls: nullEffects,
});
export type NewMeasured = z.infer<typeof newMeasured>;

export const newComment = paragraph(2000)
  .trim()
  .refine((text) => text.length > 0, 'Write something first.');

/** A circuit on the bench of a room of the direction's model. */
export const offeredPin = z.object({ roomId: id, room: z.string(), pin });
export type OfferedPin = z.infer<typeof offeredPin>;
