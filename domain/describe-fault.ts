/** What may be logged of a fault: its kind, its code and where it happened. Never its message, which may quote what a person wrote. */
export interface FaultDescription {
  readonly name: string;
  readonly code: string | null;
  readonly at: readonly string[];
}

/** Describes any thrown thing for a log, without anything a person wrote. */
export function describeFault(fault: unknown): FaultDescription {
  if (!(fault instanceof Error)) return { name: typeof fault, code: null, at: [] };
  const code: unknown = Reflect.get(fault, "code");
  const at = (fault.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return {
    name: fault.name,
    code: typeof code === "string" || typeof code === "number" ? String(code) : null,
    at: at.slice(0, 5).map((line) => line.trim()),
  };
}
