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

/** What the person reads, without what they can tap. */
export const textOf = (payload: Payload): string => payload.text;
