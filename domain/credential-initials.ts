/**
 * The initials of a name, at most two, as a credential shows them where the member asked for no more: `A.T.`; null for
 * a name without letters.
 */
export function initialsOf(name: string): string | null {
  const letters = name.split(/[\s\p{Pd}]+/u).flatMap((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? []);
  const [first] = letters;
  if (first === undefined) return null;
  const last = letters.length > 1 ? letters.at(-1) : undefined;
  return [first, ...(last === undefined ? [] : [last])].map((letter) => `${letter.toUpperCase()}.`).join("");
}
