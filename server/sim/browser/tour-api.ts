/** What the server says of a round. */
export interface TourShown {
  readonly done: readonly boolean[];
  readonly request: string | null;
  readonly letter: string | null;
  readonly phones: { readonly member: string; readonly employer: string; readonly attestor: string };
}

const isShown = (answer: unknown): answer is TourShown =>
  typeof answer === "object" &&
  answer !== null &&
  "done" in answer &&
  Array.isArray(answer.done) &&
  "phones" in answer;

/** Asks how far a round has come, or for a step of it; a text is the reason why not. */
export async function askTour(path: string, method: "GET" | "POST"): Promise<TourShown | string> {
  const response = await fetch(`/start/${path}`, { method }).catch(() => null);
  if (response === null) return "The server does not answer. Try again.";
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && isShown(answer)) return answer;
  if (typeof answer === "object" && answer !== null && "error" in answer) return String(answer.error);
  return "The server's answer could not be read.";
}

/** Signs this browser in to the console, as the caseworker of the demonstration. */
export const signIn = async (): Promise<boolean> =>
  (await fetch("/start/console", { method: "POST" }).catch(() => null))?.ok ?? false;
