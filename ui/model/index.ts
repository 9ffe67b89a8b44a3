export { MapPicture } from './map-picture.tsx';
export { ModelPage } from './model-page.tsx';
export { PlotFigure } from './plot-figure.tsx';
