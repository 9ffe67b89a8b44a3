export { ConnectomePage } from './connectome-page.tsx';
export { ConnectomeFigures } from './connectome-figures.tsx';
export { InvitationPage } from './invitation-page.tsx';
export { LabHomePage } from './lab-home-page.tsx';
export { LabListPage } from './lab-list-page.tsx';
export { ModelRoomSection } from './model-room-section.tsx';
export { SettingsPage } from './settings-page.tsx';
