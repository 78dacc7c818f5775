/** Where the built pages lie; the server serves this folder. */
export const pagesFolder: string;
/** One hash over all that the pages are made of. */
export function sourcesStamp(): string;
/** Whether what is built is what the sources say. */
export function isFresh(): boolean;
