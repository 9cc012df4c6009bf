import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { withFewColours } from "./few-colours.ts";

const folder = new URL("../../../docs/pictures/", import.meta.url);
const readme = new URL("../../../README.md", import.meta.url);

/** As much as a reader on a slow line should have to load for one picture, in bytes. */
export const mostBytes = 250_000;
/** Even a form with much white around it has words, frames and buttons in some part of it. */
const mostOfOneColour = 0.97;

/** Whether the pictures in `docs/pictures` are written anew; an ordinary run of the tests leaves every file as it is. */
const isWriting = process.env.TAKE_PICTURES === "1";

/** Takes a picture of a page, or of a part of it, and expects it to be neither blank nor heavy. */
export async function takePicture(
  name: string,
  shown: Page | Locator,
  options: { readonly fullPage?: boolean } = {},
): Promise<void> {
  const taken = await shown.screenshot({ animations: "disabled", caret: "hide", ...options });
  const { png, sameColour } = withFewColours(taken);
  expect(sameColour, `${name} is blank`).toBeLessThan(mostOfOneColour);
  expect(png.length, `${name} is heavy`).toBeLessThan(mostBytes);
  if (!isWriting) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.png`, folder), png);
}

/** A picture a document shows. */
export interface NamedPicture {
  readonly path: string;
  /** What is read to whoever does not see it. */
  readonly alternative: string;
}

/** The pictures that the README shows, of those that are taken here. */
export const picturesInReadme = (): readonly NamedPicture[] =>
  [...readFileSync(readme, "utf8").matchAll(/!\[([^\]]*)\]\((docs\/pictures\/[^)\s]+)\)/g)].map(
    ([, alternative = "", path = ""]) => ({ path, alternative }),
  );

/** The size of each picture on record, in bytes, by its path. */
export const picturesOnRecord = (): ReadonlyMap<string, number> =>
  new Map(readdirSync(folder).map((file) => [`docs/pictures/${file}`, statSync(new URL(file, folder)).size]));
