import { buildPages } from '~/server/up/build-pages.ts';

/** `tsx scripts/build.ts`: builds the pages when their sources changed since the last build. */
const built = await buildPages();
console.log(built ? 'The pages were built.' : 'The pages are up to date.');
