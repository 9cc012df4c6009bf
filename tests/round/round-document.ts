import type { Chapter, Seen } from "./recorder.ts";

const head = `# The round, as everybody sees it

What each phone, mailbox and page showed while the service was played once around by \`tests/round/\`: two processes of
the service on a real Redis and SQLite, a Twilio, a Telegram and a mail server that nobody here wrote, and 500 members who
were there before. The people are invented. Codes, links and times are replaced by examples, so that the file stays the same
from round to round.

This file is written by the test: \`npm run round:write\`. A test fails when it no longer says what the service says.
`;

/** The whole round as a document: a chapter for each step, and who sees what in it. */
export const roundDocument = (chapters: readonly Chapter[]): string =>
  `${[head, ...chapters.map(chapterText)].join("\n").trimEnd()}\n`;

const chapterText = ({ title, seen }: Chapter, place: number): string =>
  [`## ${place + 1}. ${title}\n`, ...inRows(seen).map(partText)].join("\n");

/** Messages one after the other stand in one table; everything else by itself. */
function inRows(seen: readonly Seen[]): readonly (readonly Seen[])[] {
  const parts: Seen[][] = [];
  for (const one of seen) {
    const last = parts.at(-1);
    if (one.kind === "message" && last?.[0]?.kind === "message") last.push(one);
    else parts.push([one]);
  }
  return parts;
}

function partText(part: readonly Seen[]): string {
  const [one] = part;
  if (one === undefined) return "";
  switch (one.kind) {
    case "message":
      return ["| Who | | What |", "|---|---|---|", ...part.map(rowText), ""].join("\n");
    case "letter":
      return `**A letter to ${marked(one.who)}: ${marked(one.subject)}**\n\n${quoted(one.text)}\n`;
    case "page":
      return `**${marked(one.who)} shows:**\n\n${quoted(one.text)}\n`;
    case "press":
      return `**${marked(one.who)}**, pressed: ${cell(one.text)}\n`;
    case "note":
      return `${one.text}\n`;
  }
}

const rowText = (seen: Seen): string =>
  seen.kind === "message" ? `| ${marked(seen.who)} | ${seen.way} | ${cell(seen.text)} |` : "";

const cell = (text: string): string => text.trim().split("\n").map(marked).join("<br>");

const quoted = (text: string): string =>
  text
    .trim()
    .split("\n")
    .map((line) => (line.trim() === "" ? ">" : `> ${marked(line.trim())}<br>`))
    .join("\n");

/** What Markdown would read as its own is shown as it is. */
const marked = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/([\\`*_[\]#|~])/g, "\\$1");
