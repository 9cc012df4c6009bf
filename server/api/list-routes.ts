import type { FastifyError, FastifyPluginAsync } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type ListFault, postOpenings } from "../../union/openings/post-openings.ts";
import { answerApiFault } from "./answer-api-fault.ts";
import { listRefusal, listTaken, refusal } from "./answers.ts";
import type { ApiMeans } from "./employer-api.ts";
import { faultWords } from "./fault-words.ts";
import { keyHolders } from "./key-holders.ts";
import { draftOf } from "./opening-body.ts";
import {
  type ListedOpening,
  listColumns,
  listLimits,
  type RowFault,
  readOpeningList,
} from "./opening-list.ts";

const csv = "text/csv";
/** As many faults as one answer names. */
const mostFaults = 200;
const tooLarge = `A list takes at most ${listLimits.rows} rows and ${listLimits.bytes / 1024} KB: send it in parts.`;
const answers = { 201: listTaken, 400: listRefusal, 403: listRefusal, 409: listRefusal };
const ownWords: Readonly<Record<number, string>> = {
  413: tooLarge,
  415: `Send the list with the header content-type: ${csv}.`,
};
const about = `The first row names the columns: ${listColumns.join(", ")}. Nothing is posted unless every row is right.`;

/** `POST /openings/csv`: a whole list of openings, for the employer whose key is sent; all of it or nothing. */
export const listRoutes =
  (means: ApiMeans): FastifyPluginAsync =>
  async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const { admit, holderOf } = keyHolders(means);
    app.addHook("onRequest", admit);
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(csv, { parseAs: "string" }, (_request, body, done) => done(null, String(body)));
    app.setErrorHandler<FastifyError>((fault, request, reply) => {
      const words = ownWords[fault.statusCode ?? 500];
      return words === undefined
        ? answerApiFault(fault, request, reply)
        : reply.code(fault.statusCode ?? 500).send({ error: words });
    });

    app.post(
      "/openings/csv",
      {
        bodyLimit: listLimits.bytes,
        schema: {
          summary: `Post a list of openings, at most ${listLimits.rows}`,
          consumes: [csv],
          body: z.string("Send the list in the body").describe(about),
          response: { ...answers, 401: refusal, 413: refusal, 415: refusal, 429: refusal, 503: refusal },
        },
      },
      async (request, reply) => {
        const { employerId, country, state } = holderOf(request);
        const list = readOpeningList(request.body);
        if (list.kind === "too_many") return reply.code(413).send({ error: tooLarge });
        if (list.kind === "faults") return reply.code(400).send(refused(list.faults));
        const posted = await means.store.write.once((tx) =>
          postOpenings(tx, {
            ...{
              employerId,
              source: "api",
              actor: `employer:${employerId}`,
              now: means.clock.now().getTime(),
            },
            listed: list.openings.map(({ body }) => ({ id: means.newId(), draft: draftOf(body, country) })),
          }),
        );
        if (posted.kind === "refused")
          return reply.code(statusOf(posted.faults)).send(refused(rowsOf(posted.faults, list.openings)));
        if (posted.openings.some(({ isDue }) => isDue)) await means.doorbell.announceRound("matching");
        return reply.code(201).send({
          waitsForVerification: state !== "verified",
          openings: posted.openings.map(({ code, rules }, at) => ({
            ...{ row: list.openings[at]?.row ?? 0, code, rules: [...rules] },
            state: rules.length === 0 ? ("open" as const) : ("held" as const),
          })),
        });
      },
    );
  };

const refused = (faults: readonly RowFault[]) => {
  const rows = new Set(faults.map(({ row }) => row)).size;
  return {
    error: `Nothing was posted: ${rows === 1 ? "one row is" : `${rows} rows are`} not as it should be.`,
    faults: faults.slice(0, mostFaults),
  };
};

function statusOf(faults: readonly ListFault[]): 400 | 403 | 409 {
  if (faults.some(({ why }) => why === "employer_refused" || why === "employer_paused")) return 403;
  return faults.every(({ why }) => why === "duplicate") ? 409 : 400;
}

const rowsOf = (faults: readonly ListFault[], openings: readonly ListedOpening[]): readonly RowFault[] =>
  faults.map((fault) => {
    const row = openings[fault.at]?.row ?? 0;
    switch (fault.why) {
      case "duplicate":
        return { row, error: `The same opening is posted already: ${fault.code}.`, code: fault.code };
      case "repeated":
        return { row, error: `The same opening stands in row ${openings[fault.first]?.row ?? 0}.` };
      default:
        return { row, field: fault.field, error: faultWords[fault.why] };
    }
  });
