/** What can be tapped: the id comes back in the reply. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}
export interface Row extends Choice {
  readonly description?: string;
}

/** One provider call's worth of message, fully rendered: all that is left is to hand it over. */
export type Payload =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "buttons"; readonly text: string; readonly buttons: readonly Choice[] }
  | { readonly kind: "list"; readonly text: string; readonly open: string; readonly rows: readonly Row[] }
  | { readonly kind: "keyboard"; readonly text: string; readonly rows: readonly (readonly Choice[])[] }
  | {
      readonly kind: "template";
      /** Our own name of a template that the provider has approved. */
      readonly template: string;
      readonly language: string;
      readonly text: string;
    };

/** What can be tapped, in the rows shown; none on a plain text. */
export function choiceRowsOf(payload: Payload): readonly (readonly Choice[])[] {
  switch (payload.kind) {
    case "keyboard":
      return payload.rows;
    case "buttons":
      return payload.buttons.map((button) => [button]);
    case "list":
      return payload.rows.map((row) => [row]);
    default:
      return [];
  }
}

/** What can be tapped, in the order shown. */
export const choicesOf = (payload: Payload): readonly Choice[] => choiceRowsOf(payload).flat();
