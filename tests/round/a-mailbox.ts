import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { Settings } from "../service/run-service.ts";
import { until } from "../service/until.ts";

/** A mail server by other people, and the mailboxes of all whom letters are for. */
export interface Mailboxes {
  readonly settings: Settings;
  readonly taken: readonly Email[];
  /** The next letter to an address that was not read yet. */
  next(address: string): Promise<Email>;
  close(): Promise<void>;
}

export async function openMailboxes(): Promise<Mailboxes> {
  const taken: Email[] = [];
  const read = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        PostalMime.parse(Buffer.concat(chunks)).then((email) => {
          taken.push(email);
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Migrant Union <post@union.example>" },
    taken,
    next: async (address) => {
      const count = read.get(address) ?? 0;
      read.set(address, count + 1);
      const hers = () => taken.filter(({ to }) => to?.some((each) => each.address === address));
      return until(`a letter to ${address}`, () => hers()[count]);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
