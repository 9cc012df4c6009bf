import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { decodeList } from "@digitalbazaar/vc-bitstring-status-list";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeStatusList,
  drawFreePlace,
  emptyStatusList,
  encodeStatusList,
  type StatusBits,
  statusAt,
  statusListSize,
  withStatus,
} from "../../../union/credentials/status-list.ts";

const place = fc.oneof(fc.constantFrom(0, 7, 8, 1001, 131_071), fc.nat({ max: statusListSize - 1 }));
const places = fc.uniqueArray(place, { maxLength: 40 });
const listOf = (indices: readonly number[]): StatusBits =>
  indices.reduce((bits, index) => withStatus(bits, index, true), emptyStatusList());
const packed = (bytes: Uint8Array): string => `u${gzipSync(bytes).toString("base64url")}`;

describe("a status list", () => {
  it("is read back as it was written, for whichever places are set", () => {
    fc.assert(
      fc.property(places, place, (set, other) => {
        const read = decodeStatusList(encodeStatusList(listOf(set)));
        for (const index of [...set, other])
          expect(statusAt(read ?? emptyStatusList(), index)).toBe(set.includes(index));
      }),
      { numRuns: 60 },
    );
  });

  it("is read by another's software as by ours", async () => {
    const set = [0, 7, 8, 1001, 65_536, 131_071];
    const theirs = await decodeList({ encodedList: encodeStatusList(listOf(set)) });
    expect(theirs.length).toBe(statusListSize);
    for (let index = 0; index < statusListSize; index += 1)
      if (theirs.getStatus(index) !== set.includes(index))
        expect(`${index}: ${theirs.getStatus(index)}`).toBe(`${index}: ${set.includes(index)}`);
  });

  it("counts from the most significant bit, as the standard does", () => {
    expect(listOf([0])[0]).toBe(0b1000_0000);
    expect(listOf([7, 8]).slice(0, 2)).toEqual(Uint8Array.of(1, 128));
  });

  it("changes one place and leaves the list it was made from alone", () => {
    const before = listOf([9]);
    const after = withStatus(withStatus(before, 10, true), 9, false);
    expect([statusAt(after, 9), statusAt(after, 10)]).toEqual([false, true]);
    expect([statusAt(before, 9), statusAt(before, 10)]).toEqual([true, false]);
  });

  it.each([-1, 131_072, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("has no place %s", (index) => {
    expect(statusAt(listOf([0]), index)).toBeNull();
    expect(() => withStatus(emptyStatusList(), index, true)).toThrow(RangeError);
  });

  it("full of noise still fits", () => {
    const noise = randomBytes(statusListSize / 8);
    expect(decodeStatusList(packed(noise))).toEqual(noise);
  });

  it.each([
    ["nothing", ""],
    ["only its prefix", "u"],
    ["another base", `z${packed(new Uint8Array(16_384)).slice(1)}`],
    ["padding", `${packed(new Uint8Array(16_384))}==`],
    ["no gzip", "uAAAA"],
    ["a stump", packed(new Uint8Array(16_384)).slice(0, -8)],
    ["a list too short", packed(new Uint8Array(16_383))],
    ["a list too long", packed(new Uint8Array(16_385))],
    ["16 MB in 16 kB", packed(new Uint8Array(2 ** 24))],
    ["a text too long", `u${"A".repeat(24_000)}`],
  ])("is not read from %s", (_what, encoded) => {
    expect(decodeStatusList(encoded)).toBeNull();
  });

  it("is read from any text without harm", () => {
    fc.assert(fc.property(fc.base64String(), (text) => decodeStatusList(`u${text}`) === null));
  });
});

describe("a free place", () => {
  it("is any of those nobody has, and none is left out", () => {
    const free = [3, 40_000];
    const taken = new Set([...Array(60_000).keys()].filter((index) => !free.includes(index)));
    const drawn = [0, 1, 2].map((draw) => drawFreePlace(taken, () => draw));
    expect(drawn).toEqual([3, 40_000, 60_000]);
    expect(drawFreePlace(taken, (below) => below - 1)).toBe(131_071);
    expect(drawFreePlace(new Set(), (below) => below - 1)).toBe(131_071);
  });

  it("is not drawn from a list that is half full", () => {
    const half = new Set(Array(statusListSize / 2).keys());
    expect(drawFreePlace(half, () => 0)).toBeNull();
    half.delete(17);
    expect(drawFreePlace(half, () => 0)).toBe(17);
  });
});
