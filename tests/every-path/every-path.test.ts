import { describe, expect, test } from "vitest";
import { languages } from "../../domain/language.ts";
import { everyPath } from "../../flows/engine/every-path.ts";
import { flowOf, flows, isFlowId } from "../../flows/index.ts";
import { renderings } from "./renderings.ts";
import { takePath } from "./take-path.ts";

describe.each(Object.keys(flows).filter(isFlowId))("every way through %s", (flow) => {
  const paths = [...everyPath(flowOf(flow))];
  describe.each(languages)("in %s", (language) => {
    test.each(renderings)("comes to its end on $name, and every message fits", (to) => {
      const flaws = paths.flatMap((path) => takePath(flow, path, language, to));
      expect(paths.length).toBeGreaterThan(0);
      expect([...new Set(flaws)]).toEqual([]);
    });
  });
});
