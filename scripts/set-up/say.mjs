/** Prints one plain line about the set-up. Standard error, so that a program's own output stays clean. */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}
