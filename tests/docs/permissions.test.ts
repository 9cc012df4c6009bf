import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { may, type Permission, roles } from "../../union/staff/permissions.ts";

/** The permissions in their order, by their names in the code. */
const permissions = [
  ...readFileSync("union/staff/permissions.ts", "utf8").matchAll(/^ {2}"([a-z]+\.[a-z]+)": "/gm),
].map(([, name]) => name as Permission);

describe("docs/console.md", () => {
  it("says of each role what it may do", () => {
    const rows = [
      ...readFileSync("docs/console.md", "utf8").matchAll(
        /^\| `([a-z]+\.[a-z]+)` \|[^|]*\| (.*) \| (.*) \| (.*) \|$/gm,
      ),
    ].map(([, permission, ...marks]) => [permission, marks.map((mark) => mark === "yes")]);
    expect(rows).toEqual(permissions.map((name) => [name, roles.map((role) => may(role, name))]));
    expect(rows.length).toBeGreaterThan(10);
  });
});
