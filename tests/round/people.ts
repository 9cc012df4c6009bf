/** The telephones of the round: numbers kept for tests. */
export const numbers = {
  amal: "+905550000101",
  zoe: "+905550000102",
  attestor: "+905550000111",
  employer: "+905550000121",
  outsider: "+905550000131",
} as const;

/** The Telegram chats. */
export const chats = { grace: 700_001, attestor: 700_002 } as const;

/** Where the three members of the round live, and where the job is. */
export const town = "Gaziantep";

/** The mailboxes. */
export const emails = {
  administrator: "ada@union.example",
  caseworker: "chloe@union.example",
  approver: "nour@union.example",
  employer: "selin@antep.example",
} as const;
