import type { Language } from "../../domain/language.ts";
import type { Permission } from "../../union/staff/permissions.ts";
import type { NewSession, SignedIn } from "../../union/staff/session.ts";
import type { TextKey, Values } from "./page/texts.ts";

/** One request to the console, with all that was checked before a handler sees it. */
export interface Visit {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** The form, unread. */
  readonly body: unknown;
  readonly language: Language;
  /** What this browser was given when it asked for a link; null for none. */
  readonly browserToken: string | null;
  /** True for a page that looks again by itself, without a click. */
  readonly isRefresh: boolean;
}

/** A visit of somebody who is signed in and may do this. */
export interface StaffVisit extends Visit {
  readonly staff: SignedIn;
}

/** A sentence above a page. */
export interface Said {
  readonly key: TextKey;
  readonly values?: Values;
}

/** A page to be shown. */
export interface Page {
  readonly kind: "page";
  /** A file of `views/`, without its ending. */
  readonly view: string;
  readonly title: TextKey;
  readonly data?: Readonly<Record<string, unknown>>;
  /** 200 where nothing is said; 422 for a form that was not taken. */
  readonly status?: number;
  /** What was wrong with the form; nothing was changed. */
  readonly fault?: Said;
  /** Given to this browser to keep, so that a link works only here. */
  readonly browserToken?: string;
}

/** What becomes of a visit. */
export type Outcome =
  | Page
  /** A piece of a page, without the frame around it. */
  | { readonly kind: "piece"; readonly view: string; readonly data: Readonly<Record<string, unknown>> }
  /** Something was done: the browser is sent on, so that loading again does not do it again. */
  | {
      readonly kind: "go";
      readonly to: string;
      /** What is said above the next page; must be one of `sayings`. */
      readonly said?: TextKey;
      /** A session that begins, or null for one that ended. */
      readonly session?: NewSession | null;
    }
  /** A file to be kept, made while it is sent. */
  | {
      readonly kind: "file";
      /** Letters, digits, dots and hyphens only. */
      readonly name: string;
      readonly contentType: string;
      readonly body: AsyncIterable<string>;
    }
  /** There is no such thing, or not for her. */
  | { readonly kind: "missing" };

interface Way {
  readonly method: "GET" | "POST";
  /** Below `/console`, in Fastify's notation; empty for the beginning. */
  readonly path: string;
}

/** What somebody can do without signing in. */
export interface OpenRoute extends Way {
  readonly permission: null;
  readonly visit: (visit: Visit) => Promise<Outcome>;
  /** How often one network address may do so in a quarter of an hour. */
  readonly most?: number;
}

/** What only staff can do who may. */
export interface StaffRoute extends Way {
  readonly permission: Permission;
  readonly visit: (visit: StaffVisit) => Promise<Outcome>;
}

/** One thing the console does: how it is reached, who may, and what happens. */
export type ConsoleRoute = OpenRoute | StaffRoute;

/** A page of the console's, by its path below it. */
export const consolePath = (path: string): string => `/console${path}`;
