/**
 * Mixes words into 32 bits that nobody can foretell without the key: who comes first among equals is by turns,
 * and can be worked out again later by whoever has the key.
 *
 * FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) with the last mixing step of MurmurHash3. It orders; it keeps no secret.
 */
export function keyedHash(key: string, ...words: readonly (string | number)[]): number {
  const text = `${key}\u0000${words.join("\u0000")}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
