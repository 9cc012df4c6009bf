import { numbers } from "./people.ts";

/** What would tell who a member is, or what she is: no employer may read it before both have said yes. */
const telling: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a name", /أمل|amal|zo[ée]|grace|benoit/i],
  ["a telephone number", new RegExp(Object.values(numbers).join("|").replaceAll("+", "\\+?"))],
  ["a chat", /70000\d/],
  ["a member number", /MU-\d/],
  ["an age", /\b18\b|\b29\b|years old|from 18|\bage\b/i],
  ["a nationality", /syria|afghan|ukrain|nationalit/i],
  ["a status", /refugee|asylum|displaced|permit|status/i],
  ["where she lives", /lives in|address\b|mersin|street/i],
  ["where she worked", /restaurant/i],
];

/** What of that a text holds; empty for a text that may be shown. */
export const nothingPersonal = (text: string): readonly string[] =>
  telling.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
