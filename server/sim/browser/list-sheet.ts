import type { Row } from "../../../domain/payload.ts";
import { button } from "./button.ts";
import { element } from "./element.ts";

/** The sheet that slides over a WhatsApp talk and offers the rows of a list. */
export interface ListSheet {
  readonly element: HTMLElement;
  /** Opens it; `opener` gets the focus back when it closes. */
  open(title: string, rows: readonly Row[], opener: HTMLElement): void;
  close(): void;
}

/** Builds the sheet, closed. Esc or a tap beside it closes it, and Tab stays inside while it is open. */
export function listSheet(pick: (row: Row) => void): ListSheet {
  const sheet = element("div", { class: "sheet", role: "dialog", "aria-modal": "true" });
  const backdrop = element("div", { class: "sheet-backdrop", hidden: "" }, sheet);
  let opener: HTMLElement | null = null;

  const close = () => {
    if (backdrop.hidden) return;
    backdrop.hidden = true;
    opener?.focus();
  };
  const rowButton = (row: Row) => {
    const label = element("span", { class: "row-label" }, row.label);
    const description = row.description ? [element("small", {}, row.description)] : [];
    const face = element("span", { dir: "auto" }, label, ...description);
    return button(
      face,
      () => {
        close();
        pick(row);
      },
      { class: "row" },
    );
  };

  backdrop.addEventListener("click", (event) => {
    if (event.target === backdrop) close();
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Tab") return;
    const stops = [...sheet.querySelectorAll("button")];
    const [first, last] = [stops.at(0), stops.at(-1)];
    const leaving = event.shiftKey ? first : last;
    if (document.activeElement !== leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  });

  return {
    element: backdrop,
    open(title, rows, from) {
      opener = from;
      const rowButtons = rows.map(rowButton);
      const heading = element("p", { class: "sheet-title" }, title);
      const head = element(
        "div",
        { class: "sheet-head", dir: "auto" },
        heading,
        button("✕", close, { "aria-label": "Close the list" }),
      );
      sheet.setAttribute("aria-label", title);
      sheet.replaceChildren(head, element("div", { class: "rows" }, ...rowButtons));
      backdrop.hidden = false;
      rowButtons[0]?.focus();
    },
    close,
  };
}
