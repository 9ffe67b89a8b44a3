export { RoomPage } from './room-page.tsx';
export { StarterMap } from './starter-map.tsx';
