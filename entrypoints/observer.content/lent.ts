/** What the page signs lend the reader, so that both need not carry it; the build fills it in. */
export const LENT: readonly unknown[] = [];
