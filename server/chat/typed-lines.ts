import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Gives the lines of a terminal, with a prompt before each, or of a pipe; ends with it. Reading begins with the first line asked for. */
export async function* typedLines(
  input: Readable,
  output: Writable,
  isTyped: boolean,
): AsyncGenerator<string> {
  const typing = createInterface({
    input,
    output: isTyped ? output : undefined,
    terminal: isTyped,
    prompt: "> ",
  });
  let isOpen = true;
  typing.once("close", () => {
    isOpen = false;
  });
  try {
    if (isTyped) typing.prompt();
    for await (const line of typing) {
      yield line;
      if (isTyped && isOpen) typing.prompt();
    }
  } finally {
    typing.close();
  }
}
