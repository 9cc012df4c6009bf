import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { credentialClaims, levelOf } from "../../domain/credential-claims.ts";

const confirmed = { level: 2, confirmedBy: "former-employer", reachedBy: "phone", confirmedIn: "2026-11" };
const workRecord = { kind: "work-record", name: "A.T.", occupation: "7531", months: 24, ...confirmed };
const skill = { kind: "skill", name: "Amina", skill: 10_017, ...confirmed };
const training = { kind: "training", course: 20_003, hours: 40, ...confirmed };
const examples: readonly Readonly<Record<string, unknown>>[] = [workRecord, skill, training];

const isTaken = (claims: unknown): boolean => credentialClaims.safeParse(claims).success;

/** What a credential must never say, in the spellings a programmer or a partner's form would use. */
const forbiddenFields = [
  ...["nationality", "citizenship", "countryOfOrigin", "country", "passport", "stateless", "birthPlace"],
  ...["refugeeStatus", "refugee", "asylum", "asylumSeeker", "legalStatus", "residencePermit", "displaced"],
  ...["registrationNumber", "unhcrNumber", "individualId", "caseNumber", "nationalId", "identifier", "id"],
  ...["ethnicity", "tribe", "clan", "race", "religion", "faith", "sect", "politics", "union"],
  ...["health", "disability", "vulnerability", "pregnant", "bloodGroup", "hiv"],
  ...["dateOfBirth", "birthDate", "dob", "birthYear", "age", "ageBand", "gender", "sex"],
  ...[
    "phone",
    "phoneNumber",
    "telephone",
    "msisdn",
    "phoneHash",
    "identityHash",
    "hashed",
    "email",
    "address",
  ],
  ...["place", "location", "camp", "city", "street", "latitude", "longitude", "geo", "coordinates"],
  ...[
    "photo",
    "image",
    "face",
    "fingerprint",
    "iris",
    "voice",
    "biometrics",
    "evidence",
    "note",
    "description",
  ],
  ...["__proto__", "constructor", "toString"],
];

/** An object as JSON would bring it: with a field of its own even where JavaScript means something by its name. */
const withField = (claims: object, field: string, value: unknown): unknown =>
  JSON.parse(`${JSON.stringify(claims).slice(0, -1)},${JSON.stringify(field)}:${JSON.stringify(value)}}`);

describe("what a credential says", () => {
  it.each(examples)("is taken of a $kind", (claims) => {
    expect(credentialClaims.parse(claims)).toEqual(claims);
  });

  it("has these fields and no others", () => {
    const { oneOf = [], anyOf = oneOf } = z.toJSONSchema(credentialClaims);
    const fields = anyOf.map((kind) => Object.keys(Object(kind).properties));
    const common = ["name", "level", "confirmedBy", "reachedBy", "confirmedIn"];
    expect(fields).toEqual([
      ["kind", "occupation", "months", ...common],
      ["kind", "skill", ...common],
      ["kind", "course", "hours", ...common],
    ]);
    expect(anyOf.every((kind) => Object(kind).additionalProperties === false)).toBe(true);
  });

  it.each(forbiddenFields)("is never %s", (field) => {
    for (const claims of examples)
      for (const value of ["x", 1, true, null, [], {}, "A.T."])
        expect(isTaken(withField(claims, field, value))).toBe(false);
  });

  it("is nothing in a field nobody listed", () => {
    const listed = new Set(examples.flatMap((claims) => Object.keys(claims)));
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.string({ unit: "binary" }),
        fc.jsonValue(),
        (claims, field, value) => {
          fc.pre(!listed.has(field));
          expect(isTaken(withField(claims, field, value))).toBe(false);
        },
      ),
    );
  });

  it("hides nothing inside a field that is listed", () => {
    for (const claims of examples)
      for (const field of Object.keys(claims))
        for (const value of [{ nationality: "x" }, ["A.T."], null, true])
          expect(isTaken({ ...claims, [field]: value })).toBe(false);
  });
});

const dayMs = 86_400_000;
/** Days between 1900 and 2025. */
const day = fc
  .integer({ min: Date.UTC(1900, 0, 1) / dayMs, max: Date.UTC(2025, 11, 31) / dayMs })
  .map((days) => new Date(days * dayMs));
const scripts = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0x1040, 0xff10];
const inScript = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const datesOfBirth = fc.tuple(day, fc.constantFrom(...scripts)).chain(([date, zero]) => {
  const [year = "", month = "", dayOfMonth = ""] = date.toISOString().slice(0, 10).split("-");
  const written = [
    ...[`${year}-${month}-${dayOfMonth}`, `${dayOfMonth}.${month}.${year}`, `${month}/${dayOfMonth}/${year}`],
    ...[`${year}-${month}`, `${month}/${year}`, year, year + month + dayOfMonth, `b. ${year}`],
    ...[date.toDateString(), date.toISOString(), `${year}${month}`],
  ].map((text) => inScript(text, zero));
  const asNumbers = [Number(year), Number(year + month + dayOfMonth), Number(year + month), date.getTime()];
  return fc.constantFrom<string | number>(...written, ...asNumbers);
});

const phoneNumbers = fc
  .tuple(fc.bigInt({ min: 1_000_000n, max: 999_999_999_999_999n }), fc.constantFrom(...scripts))
  .chain(([number, zero]) => {
    const written = [`+${number}`, `00${number}`, `0${number}`, String(number), `tel:+${number}`];
    const spaced = String(number).replace(/(\d{3})/g, "$1 ");
    const texts = [...written, spaced, spaced.replaceAll(" ", "-")].map((text) => inScript(text, zero));
    return fc.constantFrom<string | number>(...texts, Number(number));
  });

describe("every field of a credential", () => {
  it.each([
    ["a date or year of birth", datesOfBirth],
    ["a telephone number", phoneNumbers],
  ])("refuses %s", (_what, values) => {
    const places = examples.flatMap((claims) =>
      Object.keys({ name: "", ...claims }).map((field) => [claims, field] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), values, ([claims, field], value) => {
        expect(isTaken({ ...claims, [field]: value })).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    "A.T.",
    "Amina",
    "Amina T.",
    "Jean-Luc",
    "O'Neill",
    "أمينة",
    "آمنه‌زاده",
    "Олена",
    "ஆனந்தி",
    "M'baye Diop",
  ])("takes %s as a name", (name) => {
    expect(isTaken({ ...skill, name })).toBe(true);
  });

  it.each([
    ...[
      "",
      " ",
      "Amina 4",
      "Ⅳ",
      "a@b.example",
      "https://x",
      "A\nB",
      "A\0",
      "\u202eA",
      "A ".repeat(30),
      "a".repeat(41),
    ],
    ...["9f86d081884c7d659a2feaa0c55ad015", "Amina, Syria", "<b>", "☎"],
  ])("refuses %j as a name", (name) => {
    expect(isTaken({ ...skill, name })).toBe(false);
  });

  it.each(["0110", "2221", "5120", "9629"])("takes the occupation %s", (occupation) => {
    expect(isTaken({ ...workRecord, occupation })).toBe(true);
  });

  it.each(["0000", "1984", "2010", "753", "75311", "٧٥٣١", "tailor", 7531])(
    "refuses the occupation %j",
    (occupation) => {
      expect(isTaken({ ...workRecord, occupation })).toBe(false);
    },
  );

  it("refuses a level that the way of confirming does not stand for", () => {
    for (const [confirmedBy, own] of Object.entries(levelOf))
      for (const level of [0, 1, 2, 3, 4, 5])
        expect(isTaken({ ...skill, confirmedBy, level })).toBe(level === own);
  });
});
