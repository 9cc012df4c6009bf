/** The signs that HTML writes otherwise, as far as our pages use them. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A text of HTML with its entities read. */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex !== undefined
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (named[String(name)] ?? whole),
  );

/** One attribute of a tag, or null where it has none; empty for one without a value. */
export function attribute(tag: string, name: string): string | null {
  const [found, value = ""] = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, "i").exec(tag) ?? [];
  return found === undefined ? null : unescapeHtml(value);
}

const blocks =
  "address|article|aside|dd|div|dl|dt|fieldset|footer|form|h\\d|header|legend|li|main|nav|ol|p|section|table|tbody|thead|tr|ul";

/**
 * What somebody reads on a page, line by line: what only programs read is left out, a button is [in brackets], a field a
 * line of dots or what stands in it.
 */
export function pageText(html: string): string {
  const shown = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(head|script|style|title|svg)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<a class="skip"[\s\S]*?<\/a>/g, "")
    .replace(/\s+/g, " ")
    .replace(/<select\b[\s\S]*?<\/select>/gi, (select) => ` ${chosenIn(select)} `)
    .replace(
      /<textarea\b[^>]*>([\s\S]*?)<\/textarea>/gi,
      (_, text) => `<p>${text.trim() === "" ? "....." : text}</p>`,
    )
    .replace(/<input\b[^>]*>/gi, inputText)
    .replace(/<button\b[^>]*>([\s\S]*?)<\/button>/gi, " [$1] ")
    .replace(/<br\b[^>]*>/gi, "\n")
    .replace(new RegExp(`</?(?:${blocks})\\b[^>]*>`, "gi"), "\n")
    .replace(/<\/t[dh]>/gi, " | ")
    .replace(/<[^>]*>/g, "");
  return unescapeHtml(shown)
    .split("\n")
    .map((line) =>
      line
        .replace(/\s+/g, " ")
        .replace(/\[ | \]/g, (edge) => edge.trim())
        .replace(/( \|)+ *$/, "")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");
}

function inputText(tag: string): string {
  const type = attribute(tag, "type") ?? "text";
  if (type === "hidden") return "";
  const isOn = attribute(tag, "checked") !== null;
  if (type === "radio") return isOn ? "(x) " : "( ) ";
  if (type === "checkbox") return isOn ? "[x] " : "[ ] ";
  const value = attribute(tag, "value") ?? "";
  return type === "submit" ? ` [${value}] ` : ` ${value === "" ? "....." : value} `;
}

const chosenIn = (select: string): string => {
  const options = [...select.matchAll(/<option\b([^>]*)>([^<]*)/gi)];
  const chosen = options.find(([tag]) => attribute(`${tag}>`, "selected") !== null) ?? options[0];
  return chosen?.[2] ?? "";
};
