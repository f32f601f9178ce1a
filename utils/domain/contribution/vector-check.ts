/**
 * Check of a vector: FNV-1a over its entries, 32 bits. A copy that was damaged, or changed by hand, is
 * told by it even where its figures could be somebody's; it proves nothing against who makes it anew.
 *
 * @param seal the sealed half, where there is one
 */
export function vectorCheck(vector: Uint32Array, seal = ''): number {
  let check = 0x811c9dc5;
  for (let at = 0; at < vector.length; at += 1)
    check = Math.imul(check ^ (vector[at] as number), 0x01000193) ^ (check >>> 15);
  for (let at = 0; at < seal.length; at += 1)
    check = Math.imul(check ^ seal.charCodeAt(at), 0x01000193);
  return check >>> 0;
}
