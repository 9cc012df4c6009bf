import { describe, expect, it } from "vitest";
import {
  type Livelihood,
  livelihoodGroups,
  livelihoodOf,
  livelihoods,
  livelihoodsIn,
} from "../../domain/livelihoods.ts";

const menu: readonly Livelihood[] = livelihoods;

describe("the livelihood menu", () => {
  it("has about sixty entries, each with an id of its own that a button can carry", () => {
    expect(menu.length).toBeGreaterThanOrEqual(55);
    expect(menu.length).toBeLessThanOrEqual(70);
    const ids = [...menu.map(({ id }) => id), ...livelihoodGroups];
    expect(ids.filter((id) => !/^[A-Za-z][A-Za-z0-9-]{0,19}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("leaves room for 'other' beside the groups, and beside the entries of each group, in nine digits", () => {
    expect(livelihoodGroups.length).toBeLessThanOrEqual(8);
    for (const group of livelihoodGroups) {
      expect(livelihoodsIn(group).length, group).toBeGreaterThanOrEqual(5);
      expect(livelihoodsIn(group).length, group).toBeLessThanOrEqual(8);
    }
  });

  it("names a different ISCO-08 unit group with each entry, and others as related", () => {
    const codes = menu.map(({ isco }) => isco);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { id, isco, related } of menu) {
      expect(
        [isco, ...related].filter((code) => !/^[1-9]\d{3}$/.test(code)),
        id,
      ).toEqual([]);
      expect(related, id).not.toContain(isco);
      expect(new Set(related).size, id).toBe(related.length);
    }
  });

  it("finds an entry by its id, and nothing by another word", () => {
    expect(livelihoodOf("tailor")).toMatchObject({ group: "sewing", isco: "7531" });
    expect(livelihoodOf("pilot")).toBeUndefined();
    expect(livelihoodOf("toString")).toBeUndefined();
  });
});
