export { RoomPage } from './room-page.tsx';
export { StarterMap } from './starter-map.tsx';
export { SavedViewPage } from './saved-view-page.tsx';
