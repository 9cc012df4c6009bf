import { z } from "zod";

const chat = z.looseObject({ id: z.number().int(), type: z.string() });

const message = z.looseObject({
  chat,
  text: z.string().optional(),
  caption: z.string().optional(),
});

/** The parts of an update that we read; everything else is passed on as it came. https://core.telegram.org/bots/api#update */
export const updateSchema = z.looseObject({
  update_id: z.number().int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      data: z.string().optional(),
      message: z.looseObject({ chat }).optional(),
    })
    .optional(),
  my_chat_member: z.looseObject({ chat, new_chat_member: z.looseObject({ status: z.string() }) }).optional(),
});

/** An update, as far as we read it. */
export type TelegramUpdate = z.infer<typeof updateSchema>;
/** A message or an edit, as far as we read it. */
export type TelegramMessage = z.infer<typeof message>;

/** What we ask Telegram to send; `my_chat_member` (blocked, unblocked) is not among its defaults. */
export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;
