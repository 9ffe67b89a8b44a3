import type { LabDeedKind, LabEvent } from '~/core/contracts/index.ts';

type Words = (event: LabEvent) => string;
const named = ({ name }: LabEvent) => `“${name ?? ''}”`;
const fromTo = ({ before, name }: LabEvent) => `from “${before ?? ''}” to “${name ?? ''}”`;
const as = ({ role }: LabEvent) => (role ? ` as ${role}` : '');
/** What was commented on says itself what it is. */
const thing = ({ name }: LabEvent) => name ?? 'something';
const who = ({ person }: LabEvent) => person ?? 'somebody';

/** What the person at the beginning of the line did. */
const words: Record<LabDeedKind, Words> = {
  'lab created': (e) => `created the lab ${named(e)}`,
  'lab renamed': (e) => `renamed the lab ${fromTo(e)}`,
  'opened to guests': () => 'opened the lab to guests',
  'closed to guests': () => 'closed the lab to guests',
  'invitation made': (e) => `made an invitation${as(e)}`,
  'invitation revoked': (e) => `took back an invitation${as(e)}`,
  'invitation accepted': (e) => `came in by an invitation${as(e)}`,
  'person added': (e) => `added ${who(e)}${as(e)}`,
  'role changed': (e) => `made ${who(e)} ${e.role ?? ''}${e.before ? `, ${e.before} before` : ''}`,
  'person removed': (e) => `removed ${who(e)}${e.before ? `, who was ${e.before}` : ''}`,
  'person left': (e) => `left the lab${e.before ? ` as ${e.before}` : ''}`,
  'lab handed over': (e) => `handed the lab over to ${who(e)} and became editor`,
  'connectome imported': (e) => `imported the connectome ${named(e)}`,
  'run queued': (e) => `queued the run ${named(e)}`,
  'run cancelled': (e) => `cancelled the run ${named(e)}`,
  'run queued again': (e) => `queued the run ${named(e)} again`,
  'model made': (e) => `had the model ${named(e)} made`,
  'model deleted': (e) => `deleted the model ${named(e)}`,
  'measurement made': (e) => `had the measurement ${named(e)} made`,
  'room made': (e) => `opened the room ${named(e)}`,
  'room renamed': (e) => `renamed a room ${fromTo(e)}`,
  'room closed': (e) => `closed the room ${named(e)}`,
  'room opened again': (e) => `opened the room ${named(e)} again`,
  'direction saved': (e) => `kept the direction ${named(e)}`,
  'direction removed': (e) => `removed the direction ${named(e)}`,
  'direction measured': (e) => `measured the direction ${named(e)}`,
  'name given': (e) => `named a direction ${named(e)}`,
  'prediction stated': (e) => `stated a prediction for ${named(e)}`,
  'prediction tested': (e) => `tested the prediction of ${named(e)}`,
  'name removed': (e) => `removed the name ${named(e)} of a direction`,
  'vote cast': (e) => `voted on the name ${named(e)}`,
  'vote withdrawn': (e) => `took back a vote on the name ${named(e)}`,
  'evidence added': (e) => `added evidence to the name ${named(e)}`,
  'evidence removed': (e) => `removed evidence from the name ${named(e)}`,
  'comment written': (e) => `commented on the name ${named(e)}`,
  'comment removed': (e) => `removed a comment on the name ${named(e)}`,
  'view saved': (e) => `saved the view ${named(e)}`,
  'view copied': (e) => `saved a copy of a view as ${named(e)}`,
  'view described': (e) =>
    e.before === e.name
      ? `changed the note of the view ${named(e)}`
      : `renamed a view ${fromTo(e)}`,
  'view removed': (e) => `deleted the view ${named(e)}`,
  'thread begun': (e) => `commented on ${thing(e)}`,
  'reply written': (e) => `replied to a comment on ${thing(e)}`,
  'comment edited': (e) => `edited a comment on ${thing(e)}`,
  'comment withdrawn': (e) =>
    `withdrew a comment${e.person ? ` of ${e.person}` : ''} on ${thing(e)}`,
  'thread resolved': (e) => `resolved a thread on ${thing(e)}`,
  'thread reopened': (e) => `reopened a thread on ${thing(e)}`,
  'worker made': (e) => `made a token for the worker ${named(e)}`,
  'worker revoked': (e) => `revoked the token of the worker ${named(e)}`,
};

export const eventWords: Words = (event) => words[event.what](event);
