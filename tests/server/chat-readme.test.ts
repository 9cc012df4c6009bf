import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const transcripts = [...readFileSync("README.md", "utf8").matchAll(/```text\n(> [\s\S]*?)\n```/g)].map(
  ([, transcript]) => transcript,
);

/** A talk as the phone in the terminal shows it, without its clock and its prices. */
function talk(language: string, replies: readonly string[]): string {
  const { stdout } = spawnSync(process.execPath, ["server/chat.ts", "--lang", language], {
    input: replies.join("\n"),
    env: { PATH: process.env.PATH },
    encoding: "utf8",
  });
  return stdout
    .split("\n")
    .filter((line) => line.startsWith("> ") || (line.startsWith("  ") && !line.startsWith("  -- ")))
    .map((line) => line.replace(/^ {2}/, ""))
    .join("\n");
}

describe("the README", () => {
  it("shows the beginning of joining as it is in English", () => {
    expect(talk("en", ["1"])).toContain(transcripts[0]);
  });

  it("shows the end of joining as it is in Arabic", () => {
    expect(talk("ar", ["2", "1", "2", "سميرة", "طرابلس", "3", "1", "نعم", "1"])).toContain(transcripts[1]);
  });
});
