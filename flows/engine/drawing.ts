import type { Flow } from "./flow.ts";
import type { Questions } from "./question.ts";
import type { Steps, When } from "./step.ts";

interface Drawing {
  readonly questions: Questions;
  readonly lines: string[];
  /** The next free node number. */
  next: number;
}

/** Where a line to the next node starts: a node, what is written on the line, and what is decided for whoever goes there. */
interface LooseEnd {
  readonly from: string;
  readonly label: string;
  readonly decided: readonly Decision[];
}
type Decision = Pick<When, "key" | "is"> & { readonly holds: boolean };

/** Mermaid reads a small "end" as the end of a block (https://mermaid.js.org/syntax/flowchart.html). */
const ending = "([End])";

/** Draws a flow as the text of a Mermaid flowchart, for people to read; the same flow always gives the same text. */
export function drawing(flow: Flow): string {
  const sheet: Drawing = {
    questions: flow.questions,
    lines: ["flowchart TD", `  begin([${flow.id}])`],
    next: 1,
  };
  const loose = draw(sheet, flow.steps, [{ from: "begin", label: "", decided: [] }]);
  if (loose.length > 0) join(sheet, loose, "done", ending);
  return `${sheet.lines.join("\n")}\n`;
}

function draw(sheet: Drawing, steps: Steps, from: readonly LooseEnd[]): readonly LooseEnd[] {
  let loose = from;
  for (const step of steps) {
    if (step.kind === "when") {
      const branch = draw(
        sheet,
        step.then,
        loose.flatMap((end) => taking(end, step, sheet.questions)),
      );
      loose = [...loose.flatMap((end) => passing(end, step, sheet.questions)), ...branch];
      continue;
    }
    const id = `n${sheet.next}`;
    sheet.next += 1;
    if (step.kind === "end") {
      join(sheet, loose, id, ending);
      return [];
    }
    const shape =
      step.kind === "ask"
        ? `[/"${step.key}?"/]`
        : step.kind === "say"
          ? `["${step.key}"]`
          : `[["${[step.action, (step.outcomes ?? []).join(" or ")].filter(Boolean).join(": ")}"]]`;
    join(sheet, loose, id, shape);
    loose = [{ from: id, label: "", decided: shared(loose) }];
  }
  return loose;
}

/** The line into a branch; none from where it is decided otherwise. */
function taking(end: LooseEnd, { key, is }: When, questions: Questions): readonly LooseEnd[] {
  const known = end.decided.filter((decision) => decision.key === key);
  if (known.some((decision) => decision.holds && decision.is === is)) return [end];
  const isOneOnly = questions[key]?.kind !== "several";
  if (known.some(({ holds, is: other }) => (holds ? isOneOnly : other === is))) return [];
  const label = [end.label, `${key} = ${is}`].filter((part) => part !== "").join(", ");
  return [{ ...end, label, decided: [...end.decided, { key, is, holds: true }] }];
}

/** The line past a branch; none from where it is decided that the branch is taken, as when no other option is left. */
function passing(end: LooseEnd, { key, is }: When, questions: Questions): readonly LooseEnd[] {
  const decided: readonly Decision[] = [...end.decided, { key, is, holds: false }];
  const known = decided.filter((decision) => decision.key === key);
  if (known.some((decision) => decision.holds && decision.is === is)) return [];
  const question = questions[key];
  const isLast =
    question?.kind === "choice" &&
    question.options.every((option) => known.some((decision) => !decision.holds && decision.is === option));
  return isLast ? [] : [{ ...end, decided }];
}

/** What is decided on every one of the lines that meet at a node. */
const shared = ([first, ...others]: readonly LooseEnd[]): readonly Decision[] =>
  (first?.decided ?? []).filter((one) =>
    others.every(({ decided }) =>
      decided.some(({ key, is, holds }) => key === one.key && is === one.is && holds === one.holds),
    ),
  );

function join(sheet: Drawing, loose: readonly LooseEnd[], to: string, shape: string): void {
  sheet.lines.push(`  ${to}${shape}`);
  for (const { from, label } of loose)
    sheet.lines.push(`  ${from} -->${label === "" ? "" : `|${label}|`} ${to}`);
}
