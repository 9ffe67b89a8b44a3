export { DirectionPage } from './direction-page.tsx';
export { DirectionSection } from './direction-section.tsx';
