import type { PageSign } from '../domain/records';
import type { FoldContext } from './fold-context';
import { noteSiteId } from './platforms';

/** Page signs with the titles of columns turned into digests. */
export interface PreparedPageSigns {
  readonly sign: Omit<PageSign, 'platform'>;
  readonly siteId?: string;
}

/** Letters or digits, ten of them: digits for places, `bm` and digits for ministries. */
const SITE_ID = /^(?:\d{10}|bm\d{8})$/i;

/** Keeps what an opened page told of its platform. */
export async function foldPageSigns(
  { database, platform, frame }: FoldContext,
  { sign, siteId }: PreparedPageSigns,
): Promise<void> {
  await database.pageSigns.put({ ...sign, platform });
  // A page inside another one may show the id of whoever supplies it.
  if (frame === 0 && siteId !== undefined && SITE_ID.test(siteId)) {
    await noteSiteId(database, platform, siteId.toLowerCase());
  }
}
