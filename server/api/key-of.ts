import type { FastifyRequest } from "fastify";

/** The key in `Authorization: Bearer <key>`; null where there is none. */
export const keyOf = ({ headers }: Pick<FastifyRequest, "headers">): string | null =>
  /^Bearer +(\S+) *$/i.exec(headers.authorization ?? "")?.[1] ?? null;
