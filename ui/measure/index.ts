export { MeasurePage } from './measure-page.tsx';
export { MeasurementSection } from './measurement-section.tsx';
