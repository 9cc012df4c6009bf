import { createTransport } from "nodemailer";
import { secondMs } from "../../domain/moment.ts";
import type { HandedOver, Transport } from "../../union/letters/transport.ts";

/** Where letters are handed over, and whom they come from. */
export interface MailServer {
  /** `smtps://name:password@mail.example.org`. */
  readonly smtpUrl: string;
  /** An address, or a name and an address: `Migrant Union <post@example.org>`. */
  readonly from: string;
}

const timeouts = {
  connectionTimeout: 20 * secondMs,
  greetingTimeout: 20 * secondMs,
  socketTimeout: 60 * secondMs,
};

/**
 * Hands letters to a mail server. The Message-ID is made from the letter's id: a letter that is sent again, because nobody
 * knew what became of it, can be recognised as the same (RFC 5322, section 3.6.4).
 */
export function smtpTransport({ smtpUrl, from }: MailServer): Transport {
  // What a letter says never makes us read a file or fetch an address.
  const server = createTransport({
    url: smtpUrl,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^@<>\s]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  return {
    send: async ({ id, recipient, language, subject, text, html, headers }) => {
      try {
        await server.sendMail({
          from,
          to: { name: "", address: recipient },
          messageId: `<${id}@${domain}>`,
          subject,
          text,
          html,
          headers: { ...headers, "Content-Language": language },
        });
        return { kind: "sent" };
      } catch (fault) {
        return judgeFault(fault);
      }
    },
  };
}

/**
 * 5xx is for good (RFC 5321, section 4.2.1), and so is an address that no server was asked about. Not so a refused
 * password: that is for the operator to mend.
 */
function judgeFault(fault: unknown): HandedOver {
  if (!(fault instanceof Error)) throw fault;
  const code: unknown = Reflect.get(fault, "code");
  const answered: unknown = Reflect.get(fault, "responseCode");
  const reason = [code, answered]
    .filter((part) => typeof part === "string" || typeof part === "number")
    .join(" ");
  const isForGood = typeof answered === "number" ? answered >= 500 && code !== "EAUTH" : code === "EENVELOPE";
  return { kind: isForGood ? "refused" : "unreachable", reason: reason === "" ? fault.name : reason };
}
