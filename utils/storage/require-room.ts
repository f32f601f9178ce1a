/** Less free space than this, bytes, and nothing more is written. */
export const ROOM_TO_WRITE = 32 << 20;
/** Less than this, bytes, and the database is not even opened: the browser writes when it opens one. */
export const ROOM_TO_OPEN = 8 << 20;

/**
 * Makes sure that the disk has room. A browser that meets the end of the disk in the middle of a write
 * can later find its database damaged and replace it by an empty one; so the end is never met. For an
 * origin of unlimited storage the quota is what the disk has left.
 *
 * @param bytes that must be free
 * @throws QuotaExceededError where they are not
 */
export async function requireRoom(bytes: number): Promise<void> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  if (quota === undefined || usage === undefined || quota - usage >= bytes) return;
  throw Object.assign(new Error('disk full'), { name: 'QuotaExceededError' });
}
