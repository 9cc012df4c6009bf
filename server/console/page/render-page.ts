import { fileURLToPath } from "node:url";
import { Eta } from "eta";
import { directionOf, type Language, languages } from "../../../domain/language.ts";
import type { Permission } from "../../../union/staff/permissions.ts";
import { may } from "../../../union/staff/permissions.ts";
import type { SignedIn } from "../../../union/staff/session.ts";
import type { Mode } from "../../config/config.ts";
import type { Said } from "../console-route.ts";
import { labels } from "./labels.ts";
import { consoleTexts, type TextKey } from "./texts.ts";
import { times } from "./times.ts";

/** A place in the navigation. */
export interface NavigationEntry {
  readonly path: string;
  readonly title: TextKey;
  readonly permission: Permission;
}

/** What is the same on every page of the console. */
export interface Frame {
  readonly mode: Mode;
  readonly navigation: readonly NavigationEntry[];
  readonly styles: string;
  readonly script: string;
  readonly icon: string;
}

/** What one page is made of. */
export interface PageContent {
  readonly view: string;
  readonly title: TextKey | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly staff: SignedIn | null;
  /** The address of the page, for the switch of languages and the navigation. */
  readonly path: string;
  readonly csrf: string;
  readonly now: Date;
  readonly said: Said | null;
  readonly fault: Said | null;
}

export type RenderPage = (content: PageContent) => string;

/** What every view may use by name, without `it.` before it. */
const names = "t, word, ago, when, day, csrf, staff, allows, language, path, now, livelihood, achievement";

/**
 * Makes the pages of the console from `views/`. Whatever a view prints is escaped; the only thing printed as it is
 * are other views.
 */
export function pageRenderer(frame: Frame): RenderPage {
  const eta = new Eta({
    views: fileURLToPath(new URL("../views", import.meta.url)),
    cache: true,
    autoEscape: true,
    functionHeader: `const { ${names} } = it;`,
  });
  return ({ view, data, language, staff, title, now, ...content }) =>
    eta.render(view, {
      ...data,
      ...content,
      ...consoleTexts(language),
      ...times(language, now),
      ...labels(language),
      ...{ frame, language, staff, title, now, languages },
      direction: directionOf(language),
      directionOf,
      navigation: frame.navigation.filter(({ permission }) => staff !== null && may(staff.role, permission)),
      allows: (permission: Permission) => staff !== null && may(staff.role, permission),
    });
}
