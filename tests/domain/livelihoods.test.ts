import { describe, expect, it, test } from "vitest";
import { foldText } from "../../domain/fold-text.ts";
import {
  type Livelihood,
  livelihoodGroups,
  livelihoodOf,
  livelihoods,
  livelihoodsIn,
} from "../../domain/livelihoods.ts";
import { livelihoods as askedAtJoining } from "../../flows/join.ts";

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

  test.each(askedAtJoining.filter((kind) => kind !== "other"))(
    "has the group of a member who said %s at joining",
    (kind) => {
      expect(livelihoodGroups.map(foldText)).toContain(kind);
    },
  );

  it("finds an entry by its id, and nothing by another word", () => {
    expect(livelihoodOf("tailor")).toMatchObject({ group: "sewing", isco: "7531" });
    expect(livelihoodOf("pilot")).toBeUndefined();
    expect(livelihoodOf("toString")).toBeUndefined();
  });
});
