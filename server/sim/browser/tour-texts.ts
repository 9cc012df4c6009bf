/** What each step's button says, what happens, and what to look at then. */
export interface TourText {
  readonly button: string;
  readonly happens: string;
  readonly look: string;
}

/** The five steps in words. */
export const tourTexts: readonly TourText[] = [
  {
    button: "1. A member asks for a paper",
    happens: "Amal joins by SMS and asks to have her work as a tailor confirmed.",
    look: "The feature phone: her whole talk, one digit at a time.",
  },
  {
    button: "2. Her former boss confirms",
    happens:
      "He gets an SMS, follows its link to Telegram and says what he remembers, before he sees her claim.",
    look: "The Telegram-like phone: his answers.",
  },
  {
    button: "3. You approve",
    happens: "You are a caseworker now: compare what both said, and approve.",
    look: "The console: her request. Choose a reason and press Approve. Then her phone shows her code.",
  },
  {
    button: "4. An employer offers work",
    happens: "Deniz posts a job by WhatsApp and is verified; three tailors are told, and Amal says yes.",
    look: "The WhatsApp-like phone, and the digest in the mailbox: a tailor without a name.",
  },
  {
    button: "5. The employer says yes",
    happens: "Deniz answers YES A1, Amal agrees, and a stranger checks her paper.",
    look: "Both phones show the contact of the other.",
  },
];
