import { minuteMs } from "../../domain/moment.ts";

/** How long a link can be used, in milliseconds: long enough for a slow mailbox. */
export const linkLivesMs = 15 * minuteMs;

/** How many links one person may have at a time: whoever asks for more gets no further letter. */
export const mostLinks = 5;
