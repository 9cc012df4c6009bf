import { readAttestorToken } from "../../domain/attestor-link.ts";
import type { Command } from "../../domain/command.ts";
import { readChoiceId } from "../../domain/inbound-message.ts";
import { shownName } from "../../flows/engine/session.ts";
import type { Locales } from "../../locales/index.ts";
import type { Mail } from "../../prisma/rows/scene.ts";
import type { Talk } from "./talk.ts";

/** A command, or something a channel reports that has the force of one. */
export type Order = Command | { readonly kind: "blocked" } | { readonly kind: "unblocked" };

/**
 * Reads the commands that no conversation may shadow (STOP, MENU, HELP, 0 for back, ...), in every language at once.
 *
 * Null for everything else: that is for the conversation. While a person is talking, a bare `0` is for that person.
 */
export function readCommand(mail: Mail, talk: Talk, locales: Pick<Locales, "readCommand">): Order | null {
  const token = mail.kind === "start" || mail.kind === "text" ? readAttestorToken(mail.text) : null;
  if (token !== null) return { kind: "attestation", token };
  switch (mail.kind) {
    case "opt_out":
      return { kind: "stop", topic: "all" };
    case "opt_in":
    case "start":
      return { kind: "start" };
    case "help":
    case "blocked":
    case "unblocked":
      return { kind: mail.kind };
    case "choice":
      return readChoiceId(mail.choice ?? "")?.option === "back" ? backOn(mail, talk) : null;
    case "text":
    case "edit": {
      const command = locales.readCommand(mail.text);
      return command?.kind === "back" && talk.lane.owner === "person" ? null : command;
    }
    default:
      return null;
  }
}

/** "Back" under an old question goes nowhere: the present one is asked again, which the conversation does. */
function backOn(mail: Mail, talk: Talk): Order | null {
  const tapped = readChoiceId(mail.choice ?? "");
  const open = talk.open.at(-1);
  const asked = open?.session.asked;
  return asked != null && tapped?.flow === open?.flow && tapped?.question === shownName(asked)
    ? { kind: "back" }
    : null;
}
