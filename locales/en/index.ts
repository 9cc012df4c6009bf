import type { LanguagePack } from "../language-pack.ts";
import livelihoods from "../livelihoods/en.json" with { type: "json" };
import common from "./common.json" with { type: "json" };
import deleteMe from "./delete-me.json" with { type: "json" };
import join from "./join.json" with { type: "json" };
import keywords from "./keywords.json" with { type: "json" };
import language from "./language.json" with { type: "json" };
import leave from "./leave.json" with { type: "json" };
import menu from "./menu.json" with { type: "json" };
import myDetails from "./my-details.json" with { type: "json" };
import synonyms from "./synonyms.json" with { type: "json" };
import talkToAPerson from "./talk-to-a-person.json" with { type: "json" };
import young from "./young.json" with { type: "json" };

export const en = {
  texts: {
    join,
    menu,
    "my-details": myDetails,
    language,
    leave,
    "talk-to-a-person": talkToAPerson,
    young,
    "delete-me": deleteMe,
    common,
    livelihoods,
  },
  keywords,
  synonyms,
} satisfies LanguagePack;
