import type { SimMessage, SimMessages } from "../sim-message.ts";

/** True for an answer of `GET /sim/messages` in the shape that the page can show. */
export const isSimMessages = (value: unknown): value is SimMessages =>
  isObject(value) &&
  typeof value.cursor === "string" &&
  Array.isArray(value.messages) &&
  value.messages.every(isSimMessage);

const isSimMessage = (value: unknown): value is SimMessage =>
  isObject(value) &&
  typeof value.id === "string" &&
  (value.direction === "in" || value.direction === "out") &&
  typeof value.text === "string" &&
  isNullOr(value.payload, isPayload) &&
  isNullOr(value.segments, isObject);

const isPayload = (value: unknown): boolean => {
  if (!isObject(value) || typeof value.text !== "string") return false;
  if (value.kind === "buttons") return Array.isArray(value.buttons);
  return (value.kind !== "list" && value.kind !== "keyboard") || Array.isArray(value.rows);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isNullOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === null || is(value);
