import type { Flow } from "../../flows/engine/flow.ts";
import { revisionOf } from "../../flows/engine/question.ts";
import { currentKey } from "../../flows/engine/walk.ts";

/** What a new version of a conversation does to an old one that its members would be misread by; an empty list is a good release. */
export const releaseFaults = (before: Flow, after: Flow): readonly string[] =>
  Object.entries(before.questions).flatMap(([key, old]) => {
    const name = currentKey(after, key);
    const now = name === null ? undefined : after.questions[name];
    if (now === undefined) return [];
    const names = [name, ...(now.formerly ?? [])];
    const lost = (old.formerly ?? []).filter((former) => !names.includes(former));
    return [
      ...(revisionOf(now) < revisionOf(old) ? [`${key} has a lower revision than before`] : []),
      ...(now.kind !== old.kind && revisionOf(now) === revisionOf(old)
        ? [`${key} is of another kind and needs a higher revision`]
        : []),
      ...lost.map((former) => `${key} is no longer known as ${former}`),
    ];
  });
