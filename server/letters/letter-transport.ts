import type { OutgoingLetter, Transport } from "../../union/letters/transport.ts";
import type { Config } from "../config/config.ts";
import { keepLetters } from "./keep-letters.ts";
import { smtpTransport } from "./smtp-transport.ts";

/** The way letters leave in each mode: not at all in `sim` or without a mail server, only to the team in `team`. */
export function letterTransport({
  mode,
  mail,
  teamAddresses,
}: Pick<Config, "mode" | "mail" | "teamAddresses">): Transport {
  if (mail === null || mode === "sim") return keepLetters;
  const server = smtpTransport(mail);
  if (mode === "live") return server;
  const isTeam = ({ recipient }: OutgoingLetter): boolean => teamAddresses.has(recipient);
  return { send: (letter) => (isTeam(letter) ? server : keepLetters).send(letter) };
}
