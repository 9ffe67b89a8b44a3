export { Bench } from './bench.tsx';
export type { BenchActions } from './bench-actions.ts';
export { CallButton } from './call-button.tsx';
export { CallOffer } from './call-offer.tsx';
export { ConnectionState } from './connection-state.tsx';
export type { HeldBench } from './held-bench.ts';
export { FollowFrame } from './follow-frame.tsx';
export type { OwnPresence } from './own-presence.ts';
export { oneWindowEach } from './one-window-each.ts';
export { PeopleBar } from './people-bar.tsx';
export type { RoomPerson } from './people-watch.ts';
export type { RoomConnection } from './room-connection.ts';
export type { ConnectionState as RoomState } from './room-socket.ts';
export {
  useCalling,
  useFollowing,
  useLeader,
  useLeft,
  useOffer,
  useOthers,
  usePeople,
  useRoom,
} from './use-room.ts';
export { useUndoKeys } from './use-undo-keys.ts';
