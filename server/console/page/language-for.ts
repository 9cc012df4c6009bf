import type { FastifyRequest } from "fastify";
import { isLanguage, type Language } from "../../../domain/language.ts";
import type { SignedIn } from "../../../union/staff/session.ts";

/** What a page is written in: the language of whoever is signed in; else the one asked for, or the browser's. */
export function languageFor({ query, headers }: FastifyRequest, staff: SignedIn | null): Language {
  if (staff !== null) return staff.language;
  const asked: unknown = typeof query === "object" && query !== null ? Reflect.get(query, "language") : null;
  if (typeof asked === "string" && isLanguage(asked)) return asked;
  const accepted = (headers["accept-language"] ?? "").split(",").map((entry) => entry.trim().slice(0, 2));
  return accepted.find(isLanguage) ?? "en";
}
