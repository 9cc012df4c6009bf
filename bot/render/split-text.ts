/** Cuts a text into pieces of at most so many UTF-16 units, at a line end or a space where there is one, never inside a character. */
export function splitText(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const window = text.slice(0, most + 1);
  const line = window.lastIndexOf("\n");
  const space = window.lastIndexOf(" ");
  const cut = line > most / 2 ? line : space > most / 2 ? space : beforeHalfCharacter(text, most);
  return [text.slice(0, cut).trimEnd(), ...splitText(text.slice(cut).trimStart(), most)];
}

/** A cut between the two halves of one character moves before it. */
const beforeHalfCharacter = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at - 1 : at;
