export { CiteDialog } from './cite-dialog.tsx';
export { ComparisonLine } from './comparison-line.tsx';
export { CopyView } from './copy-view.tsx';
export { SaveView } from './save-view.tsx';
export { viewHref } from './view-href.ts';
export { ViewPicture } from './view-picture.tsx';
export { ViewListPage } from './view-list-page.tsx';
