/** How a lab closed to somebody who has a page of it open. */
export type Lost = 'no member' | 'no guest' | 'guest now' | 'signed out';

export const lostWords: Record<Lost, (name: string) => { title: string; text: string }> = {
  'no member': (name) => ({
    title: `You are no longer a member of ${name}`,
    text: 'This page shows what it held last. Nothing you do here reaches the lab; ask one of its owners if you should be in.',
  }),
  'no guest': (name) => ({
    title: `${name} is no longer open to guests`,
    text: 'This page shows what it held last. Its members go on without guests.',
  }),
  'guest now': (name) => ({
    title: `You are no longer a member of ${name}`,
    text: 'The lab is open to guests: you may go on looking, walking and decoding, and change nothing.',
  }),
  'signed out': () => ({
    title: 'You are signed out',
    text: 'Your session was ended. Sign in again to go on from this page.',
  }),
};
