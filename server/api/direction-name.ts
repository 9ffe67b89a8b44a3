import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  id,
  line,
  newComment,
  newDirectionName,
  newEvidence,
  prediction,
  testFigures,
  testProtocol,
} from '~/core/contracts/index.ts';
import { addEvidence } from '../lab/direction-names/add-evidence.ts';
import { castVote } from '../lab/direction-names/cast-vote.ts';
import { giveName } from '../lab/direction-names/give-name.ts';
import { keepTest } from '../lab/direction-names/keep-test.ts';
import { removeComment } from '../lab/direction-names/remove-comment.ts';
import { removeEvidence } from '../lab/direction-names/remove-evidence.ts';
import { removeName } from '../lab/direction-names/remove-name.ts';
import { statePrediction } from '../lab/direction-names/state-prediction.ts';
import { writeComment } from '../lab/direction-names/write-comment.ts';
import { signedInProcedure } from './trpc.ts';

const ofName = z.object({ directionId: id, nameId: id });

export const directionNameRouter = {
  give: signedInProcedure
    .input(newDirectionName)
    .output(z.object({ nameId: id }))
    .mutation(({ ctx, input }) => giveName(ctx, input)),
  state: signedInProcedure
    .input(ofName.extend({ claim: line(240).trim().nullable(), prediction }))
    .mutation(({ ctx, input }) => statePrediction(ctx, input)),
  remove: signedInProcedure.input(ofName).mutation(({ ctx, input }) => removeName(ctx, input)),
  vote: signedInProcedure
    .input(ofName.extend({ value: z.union([z.literal(1), z.literal(-1)]).nullable() }))
    .mutation(({ ctx, input }) => castVote(ctx, input)),
  keepTest: signedInProcedure
    .input(ofName.extend({ protocol: testProtocol, figures: testFigures }))
    .mutation(({ ctx, input }) => keepTest(ctx, input)),
  addEvidence: signedInProcedure
    .input(ofName.extend({ evidence: newEvidence }))
    .mutation(({ ctx, input }) => addEvidence(ctx, input)),
  removeEvidence: signedInProcedure
    .input(ofName.extend({ evidenceId: id }))
    .mutation(({ ctx, input }) => removeEvidence(ctx, input)),
  comment: signedInProcedure
    .input(ofName.extend({ text: newComment }))
    .mutation(({ ctx, input }) => writeComment(ctx, input)),
  removeComment: signedInProcedure
    .input(ofName.extend({ commentId: id }))
    .mutation(({ ctx, input }) => removeComment(ctx, input)),
} satisfies TRPCRouterRecord;
