import type { FurnishedLab } from './furnished-lab.ts';
import { smallMeasure } from './measurement-result.ts';

/** What somebody needs: a right in the lab, or something outside of labs. */
export type Need =
  | 'anyone'
  | 'session'
  | 'account'
  | 'membership'
  | 'worker token'
  | 'look'
  | 'read'
  | 'walk'
  | 'bench'
  | 'speak'
  | 'edit'
  | 'manage';

type Input = (lab: FurnishedLab) => unknown;
/** `absent`: for who has the right the answer is NOT_FOUND, since the input names nothing real. */
export type Expectation = { need: Need; input?: Input; absent?: true };

const ofLab: Input = ({ labId }) => ({ labId });
const ofRun: Input = ({ runId }) => ({ runId });
const ofConnectome: Input = ({ connectomeId }) => ({ connectomeId });
const tables = (labId: string) => ({ labId, neurons: 'upl_none', connections: 'upl_none' });
const options = { neurons: {}, connections: {}, repeats: 'refuse', unknown: 'refuse' };
const direction: Input = ({ modelId }) => ({
  modelId,
  modelSha256: '0'.repeat(64),
  name: 'First axis',
  protocol: { kind: 'principal', component: 0 },
  vector: [1],
  effects: null,
});
/** What it was first kept as has the direction's own id. */
const ofName = ({ directionId }: FurnishedLab) => ({ directionId, nameId: directionId });
const nulls = {
  ...{ directions: 19, circuits: 8, individuals: 2, seed: 3, steps: [-2, 2] },
  metrics: [],
};
const prediction = { statements: [{ metric: 'density', change: 'rises' }], threshold: 0.5 };
const tested = {
  modelSha256: '0'.repeat(64),
  ...{ circuits: [], unseen: true, individuals: 4, seed: 2, steps: [-2, 2], scores: null },
};
const link = { kind: 'link', url: 'https://example.org/paper', label: '' };
const ofThread = ({ threadId }: FurnishedLab) => ({ threadId });
const ofComment = ({ commentId }: FurnishedLab) => ({ commentId });
const details = { name: 'x', source: '', licence: '', citation: '' };

/** Every procedure there is. A new one has to be entered here, or the rights test fails. */
export const procedures: Record<string, Expectation> = {
  'account.me': { need: 'anyone' },
  'account.ways': { need: 'anyone' },
  'account.get': { need: 'account' },
  'account.sessions': { need: 'account' },
  'account.endSession': { need: 'account', input: () => ({ sessionId: 'none' }), absent: true },
  'account.export': { need: 'account' },
  'account.deletion': { need: 'account' },

  'lab.list': { need: 'session' },
  'lab.create': { need: 'account', input: () => ({ name: 'Another lab' }) },
  'lab.get': { need: 'read', input: ({ slug }) => ({ slug }) },
  'lab.members': { need: 'read', input: ofLab },
  'lab.rename': { need: 'manage', input: ({ labId }) => ({ labId, name: 'Other name' }) },
  'lab.events': { need: 'read', input: ofLab },
  'lab.findAccount': {
    need: 'manage',
    input: ({ labId, removed }) => ({ labId, email: removed.person.email }),
  },
  'lab.addMember': {
    need: 'manage',
    input: ({ labId, removed }) => ({ labId, userId: removed.person.id, role: 'viewer' }),
  },
  'lab.setRole': {
    need: 'manage',
    input: ({ labId, viewer }) => ({ labId, userId: viewer.person.id, role: 'editor' }),
  },
  'lab.setOpenToGuests': { need: 'manage', input: ({ labId }) => ({ labId, open: false }) },
  'lab.removeMember': {
    need: 'manage',
    input: ({ labId, owner }) => ({ labId, userId: owner.person.id }),
  },
  'lab.leave': { need: 'membership', input: ofLab },
  'lab.handOver': {
    need: 'manage',
    input: ({ labId, viewer }) => ({ labId, userId: viewer.person.id }),
  },

  'invitation.list': { need: 'manage', input: ofLab },
  'invitation.create': {
    need: 'manage',
    input: ({ labId }) => ({ labId, role: 'viewer', days: 7, maxUses: 1, email: null }),
  },
  'invitation.revoke': {
    need: 'manage',
    input: ({ labId, invitationId }) => ({ labId, invitationId }),
  },
  'invitation.look': { need: 'anyone', input: ({ token }) => ({ token }) },
  'invitation.accept': { need: 'account', input: ({ token }) => ({ token }) },

  'connectome.list': { need: 'read', input: ofLab },
  'connectome.get': { need: 'read', input: ofConnectome },
  'connectome.inspect': { need: 'edit', input: ({ labId }) => tables(labId), absent: true },
  'connectome.check': {
    need: 'edit',
    input: ({ labId }) => ({ ...tables(labId), options }),
    absent: true,
  },
  'connectome.import': {
    need: 'edit',
    input: ({ labId }) => ({ ...tables(labId), options, details }),
    absent: true,
  },
  'connectome.reading': { need: 'edit', input: ({ labId }) => tables(labId), absent: true },
  'connectome.defaultRecipe': { need: 'read', input: ofConnectome },
  'connectome.previewSampling': {
    need: 'read',
    input: ({ connectomeId, spec }) => ({ connectomeId, recipe: spec.sampling }),
  },

  'run.list': { need: 'read', input: ofLab },
  'run.get': { need: 'read', input: ofRun },
  'run.presets': { need: 'anyone' },
  'run.create': { need: 'edit', input: ({ spec }) => ({ spec }) },
  'run.measure': {
    need: 'edit',
    input: ({ modelId }) => ({ spec: { ...smallMeasure, modelId } }),
  },
  'run.cancel': { need: 'edit', input: ofRun },
  'run.retry': { need: 'edit', input: ofRun },
  'run.events': { need: 'read', input: ofRun },
  'run.watchLab': { need: 'read', input: ofLab },

  'model.list': { need: 'read', input: ofLab },
  'model.get': { need: 'look', input: ({ modelId }) => ({ modelId }) },
  'model.deletion': { need: 'manage', input: ({ modelId }) => ({ modelId }) },
  'model.remove': { need: 'manage', input: ({ modelId }) => ({ modelId, views: 1 }) },
  'model.starter': { need: 'anyone' },

  'measurement.list': { need: 'look', input: ({ modelId }) => ({ modelId }) },
  'measurement.get': { need: 'look', input: ({ measurementId }) => ({ measurementId }) },

  'room.list': { need: 'walk', input: ofLab },
  'room.get': { need: 'walk', input: ({ roomId }) => ({ roomId }) },
  'room.rename': { need: 'edit', input: ({ roomId }) => ({ roomId, name: 'Friday' }) },
  'room.close': { need: 'edit', input: ({ roomId }) => ({ roomId }) },
  'room.reopen': { need: 'edit', input: ({ roomId }) => ({ roomId }) },
  'room.create': { need: 'edit', input: ({ modelId }) => ({ modelId, name: 'Friday' }) },

  'direction.list': { need: 'walk', input: ({ modelId }) => ({ modelId }) },
  'direction.save': { need: 'bench', input: direction },
  'direction.remove': {
    need: 'bench',
    input: ({ labId }) => ({ labId, directionId: 'dir_none' }),
    absent: true,
  },

  'direction.get': { need: 'read', input: ({ directionId }) => ({ directionId }) },
  'direction.pins': { need: 'read', input: ({ directionId }) => ({ directionId }) },
  'direction.keepMeasured': {
    need: 'speak',
    input: ({ directionId }) => ({ directionId, effects: null, nulls }),
  },

  'directionName.give': {
    need: 'speak',
    input: ({ directionId }) => ({ directionId, name: 'Other', claim: 'x', prediction: null }),
  },
  'directionName.state': {
    need: 'speak',
    input: (lab) => ({ ...ofName(lab), claim: 'x', prediction }),
  },
  'directionName.remove': { need: 'speak', input: ofName },
  'directionName.vote': { need: 'speak', input: (lab) => ({ ...ofName(lab), value: 1 }) },
  'directionName.keepTest': {
    need: 'speak',
    input: (lab) => ({ ...ofName(lab), protocol: tested, figures: [[]] }),
  },
  'directionName.addEvidence': {
    need: 'speak',
    input: (lab) => ({ ...ofName(lab), evidence: link }),
  },
  'directionName.removeEvidence': {
    need: 'speak',
    input: (lab) => ({ ...ofName(lab), evidenceId: 'evi_none' }),
    absent: true,
  },
  'directionName.comment': { need: 'speak', input: (lab) => ({ ...ofName(lab), text: 'x' }) },
  'directionName.removeComment': {
    need: 'speak',
    input: (lab) => ({ ...ofName(lab), commentId: 'cmt_none' }),
    absent: true,
  },

  'view.list': { need: 'read', input: ({ labId }) => ({ labId, mine: false }) },
  'view.get': { need: 'look', input: ({ viewCode }) => ({ code: viewCode }) },
  'view.save': { need: 'speak', input: ({ view }) => view },
  'view.copy': { need: 'speak', input: ({ viewCode }) => ({ code: viewCode, title: 'Mine' }) },
  'view.describe': {
    need: 'speak',
    input: ({ viewCode }) => ({ code: viewCode, title: 'Other', note: '' }),
  },
  'view.remove': { need: 'speak', input: ({ viewCode }) => ({ code: viewCode }) },
  'comment.threads': {
    need: 'read',
    input: ({ directionId }) => ({ scope: { of: 'direction', directionId } }),
  },
  'comment.thread': { need: 'read', input: ofThread },
  'comment.edits': { need: 'read', input: ofComment },
  'comment.begin': {
    need: 'speak',
    input: ({ directionId }) => ({ target: { kind: 'direction', directionId }, text: 'x' }),
  },
  'comment.reply': { need: 'speak', input: (lab) => ({ ...ofThread(lab), text: 'x' }) },
  'comment.edit': { need: 'speak', input: (lab) => ({ ...ofComment(lab), text: 'x' }) },
  'comment.withdraw': { need: 'speak', input: ofComment },
  'comment.resolve': { need: 'speak', input: (lab) => ({ ...ofThread(lab), resolved: true }) },
  'comment.watch': { need: 'membership', input: (lab) => ({ ...ofThread(lab), watching: true }) },

  'inbox.list': { need: 'session', input: () => ({}) },
  'inbox.unread': { need: 'session' },
  'inbox.markRead': { need: 'session', input: () => ({ seqs: [1] }) },
  'inbox.markThreadRead': { need: 'session', input: ofThread },
  'inbox.markAllRead': { need: 'session' },
  'inbox.watch': { need: 'session' },

  'worker.list': { need: 'read', input: ofLab },
  'worker.create': { need: 'edit', input: ({ labId }) => ({ labId, name: 'box 2' }) },
  'worker.revoke': { need: 'edit', input: ({ labId, workerId }) => ({ labId, workerId }) },
};

/** Every plain HTTP endpoint, by method and path; several addresses where the rights differ. */
export const httpRoutes: Record<string, { need: Need; url: (lab: FurnishedLab) => string }[]> = {
  'GET /api/health': [{ need: 'anyone', url: () => '/api/health' }],
  'GET /api/files/:labId/:sha256': [
    { need: 'look', url: (lab) => `/api/files/${lab.labId}/${lab.decoderSha256}` },
    { need: 'read', url: (lab) => `/api/files/${lab.labId}/${lab.connectomeSha256}` },
  ],
  'PUT /api/uploads/:labId': [
    { need: 'edit', url: (lab) => `/api/uploads/${lab.labId}?name=neurons.csv` },
  ],
  'GET /api/worker/latentome-worker.zip': [
    { need: 'anyone', url: () => '/api/worker/latentome-worker.zip' },
  ],
  'POST /api/worker/release': [{ need: 'worker token', url: () => '/api/worker/release' }],
  'POST /api/worker/claim': [{ need: 'worker token', url: () => '/api/worker/claim' }],
  'POST /api/worker/heartbeat': [{ need: 'worker token', url: () => '/api/worker/heartbeat' }],
  'POST /api/worker/checkpoint': [{ need: 'worker token', url: () => '/api/worker/checkpoint' }],
  'POST /api/worker/complete': [{ need: 'worker token', url: () => '/api/worker/complete' }],
  'POST /api/worker/measured': [{ need: 'worker token', url: () => '/api/worker/measured' }],
  'POST /api/worker/fail': [{ need: 'worker token', url: () => '/api/worker/fail' }],
  'PUT /api/worker/artifacts/:runId': [
    { need: 'worker token', url: (lab) => `/api/worker/artifacts/${lab.runId}` },
  ],
  'GET /api/worker/artifacts/:runId/:sha256': [
    {
      need: 'worker token',
      url: (lab) => `/api/worker/artifacts/${lab.runId}/${lab.connectomeSha256}`,
    },
  ],
};
