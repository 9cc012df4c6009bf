import type { Flow } from "./flow.ts";
import type { Steps } from "./step.ts";

interface Drawing {
  readonly lines: string[];
  /** The next free node number. */
  next: number;
}

/** Where lines to the next node start: a node, and what is written on the line. */
type Loose = readonly { readonly from: string; readonly label: string }[];

/** Draws a flow as the text of a Mermaid flowchart, for people to read; the same flow always gives the same text. */
export function drawing(flow: Flow): string {
  const sheet: Drawing = { lines: ["flowchart TD", `  begin([${flow.id}])`], next: 1 };
  const loose = draw(sheet, flow.steps, [{ from: "begin", label: "" }]);
  if (loose.length > 0) join(sheet, loose, "done", "([end])");
  return `${sheet.lines.join("\n")}\n`;
}

function draw(sheet: Drawing, steps: Steps, from: Loose): Loose {
  let loose = from;
  for (const step of steps) {
    const id = `n${sheet.next}`;
    if (step.kind === "when") {
      const branch = draw(
        sheet,
        step.then,
        loose.map(({ from: node }) => ({ from: node, label: `${step.key} = ${step.is}` })),
      );
      loose = [...loose, ...branch];
      continue;
    }
    sheet.next += 1;
    if (step.kind === "end") {
      join(sheet, loose, id, "([end])");
      return [];
    }
    const shape =
      step.kind === "ask"
        ? `[/"${step.key}?"/]`
        : step.kind === "say"
          ? `["${step.key}"]`
          : `[["${step.action}"]]`;
    join(sheet, loose, id, shape);
    loose = [{ from: id, label: "" }];
  }
  return loose;
}

function join(sheet: Drawing, loose: Loose, to: string, shape: string): void {
  sheet.lines.push(`  ${to}${shape}`);
  for (const { from, label } of loose)
    sheet.lines.push(`  ${from} -->${label === "" ? "" : `|${label}|`} ${to}`);
}
