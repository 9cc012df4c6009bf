import type { Capabilities } from "../../domain/capabilities.ts";

const second = 1000;
const hour = 3600 * second;

/**
 * A phone number that people can text back.
 *
 * 1600 characters is Twilio's limit of a message body (https://www.twilio.com/docs/api/errors/21617). The gap is what a
 * US long code sends by itself: one segment a second (https://www.twilio.com/docs/messaging/services).
 */
export const smsTwoWay: Capabilities = {
  canReply: true,
  interactive: "none",
  maxText: 1600,
  maxInteractiveText: 1600,
  maxButtons: 0,
  buttonChars: 0,
  maxRows: 0,
  rowChars: 0,
  rowDescriptionChars: 0,
  choiceIdBytes: 64,
  unit: "segment",
  serviceWindowMs: null,
  lastReceipt: "delivered",
  minGapMs: second,
  foldsAccents: true,
};

/** An alphanumeric sender, or a country whose carriers take no replies (https://www.twilio.com/en-us/guidelines/sms). */
export const smsOneWay: Capabilities = { ...smsTwoWay, canReply: false };

/**
 * WhatsApp through Twilio, inside the 24-hour service window.
 *
 * Buttons: https://www.twilio.com/docs/content/twilio-quick-reply. List: https://www.twilio.com/docs/content/twiliolist-picker.
 * Window: https://www.twilio.com/docs/api/errors/63016. Gap: Meta's pair rate limit, one message in six seconds to one
 * person (Cloud API error 131056, https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes).
 */
export const whatsapp: Capabilities = {
  canReply: true,
  interactive: "list",
  maxText: 1600,
  maxInteractiveText: 1024,
  maxButtons: 3,
  buttonChars: 20,
  maxRows: 10,
  rowChars: 24,
  rowDescriptionChars: 72,
  choiceIdBytes: 200,
  unit: "message",
  serviceWindowMs: 24 * hour,
  lastReceipt: "read",
  minGapMs: 6 * second,
  foldsAccents: false,
};

/**
 * A Telegram bot.
 *
 * Text and id limits: https://core.telegram.org/bots/api#sendmessage and #inlinekeyboardbutton. Gap:
 * https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this. Telegram reports no delivery, so
 * "sent" is the end. The numbers of buttons and letters are ours: what a small screen shows without scrolling.
 */
export const telegram: Capabilities = {
  canReply: true,
  interactive: "keyboard",
  maxText: 4096,
  maxInteractiveText: 4096,
  maxButtons: 9,
  buttonChars: 64,
  maxRows: 9,
  rowChars: 64,
  rowDescriptionChars: 0,
  choiceIdBytes: 64,
  unit: "free",
  serviceWindowMs: null,
  lastReceipt: "sent",
  minGapMs: second,
  foldsAccents: false,
};
