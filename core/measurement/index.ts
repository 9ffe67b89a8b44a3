export { scorePlot, toldPlot, withPlot } from './function-plots.ts';
export { proposedFunction, proposedMeasure } from './proposal.ts';
export { structurePlot } from './structure-plot.ts';
export { reciprocityWords, withWords } from './words.ts';
