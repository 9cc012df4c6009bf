import { attribute, pageText, unescapeHtml } from "./page-text.ts";

/** A page as a browser without JavaScript holds it. */
export interface OpenPage {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /** What is read on it, line by line. */
  readonly text: string;
  /** The same without what stands around every page. */
  readonly main: string;
}

/** What is typed and chosen in a form, by the names of its fields; all else stays as the page gave it. */
export type Filling = Readonly<Record<string, string | readonly string[]>>;

/** A browser without JavaScript: it keeps cookies, follows links, and sends forms as it finds them. */
export interface FormClient {
  open(address: string): Promise<OpenPage>;
  /** Follows the first link of the page whose words fit. */
  follow(page: OpenPage, words: string | RegExp): Promise<OpenPage>;
  /** Fills the first form that has this button, and presses it. */
  press(page: OpenPage, button: string, filling?: Filling): Promise<OpenPage>;
}

const mostRedirects = 5;

/** Opens a browser nobody has used, which asks for pages in this language. */
export function formClient(base: string, language: string): FormClient {
  const cookies = new Map<string, string>();

  const ask = async (url: string, init: RequestInit = {}, redirects = 0): Promise<OpenPage> => {
    const answer = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: {
        "accept-language": language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        "sec-fetch-site": "same-origin",
        ...(init.method === "POST" ? { origin: new URL(url).origin } : {}),
      },
    });
    for (const line of answer.headers.getSetCookie()) keep(line);
    const html = await answer.text();
    const to = answer.headers.get("location");
    if (to === null) return { url, status: answer.status, html, text: pageText(html), main: mainText(html) };
    if (redirects >= mostRedirects) throw new Error(`${url} leads from page to page without end.`);
    return ask(new URL(to, url).href, {}, redirects + 1);
  };
  const keep = (line: string): void => {
    const [pair = "", ...rest] = line.split(";");
    const name = pair.slice(0, pair.indexOf("=")).trim();
    const value = pair.slice(pair.indexOf("=") + 1).trim();
    if (value === "" || rest.some((each) => /^\s*max-age=0$/i.test(each))) cookies.delete(name);
    else cookies.set(name, value);
  };
  return {
    open: (address) => ask(new URL(address, base).href),
    follow: (page, words) => {
      const links = [...page.html.matchAll(/<a\b[^>]*>[\s\S]*?<\/a>/gi)].map(([link]) => link);
      const found = links.find((link) => fits(pageText(link), words));
      if (found === undefined) throw new Error(`There is no link "${words}" in:\n${page.text}`);
      return ask(new URL(attribute(found, "href") ?? "", page.url).href);
    },
    press: (page, button, filling = {}) => {
      const form = formWith(page, button);
      const sent = new URLSearchParams(fieldsOf(form, button, filling));
      const [tag = ""] = /<form\b[^>]*>/i.exec(form) ?? [];
      const to = new URL(attribute(tag, "action") ?? "", page.url);
      if (attribute(tag, "method")?.toLowerCase() === "post")
        return ask(to.href, { method: "POST", body: sent });
      to.search = sent.toString();
      return ask(to.href);
    },
  };
}

const mainText = (html: string): string => pageText(/<main\b[\s\S]*<\/main>/i.exec(html)?.[0] ?? html);

const fits = (text: string, words: string | RegExp): boolean =>
  typeof words === "string" ? text === words : words.test(text);

const buttonsIn = (form: string): readonly string[] =>
  [...form.matchAll(/<button\b[^>]*>[\s\S]*?<\/button>/gi)].map(([button]) => button);

function formWith(page: OpenPage, button: string): string {
  const forms = [...page.html.matchAll(/<form\b[\s\S]*?<\/form>/gi)].map(([form]) => form);
  const found = forms.find((form) => buttonsIn(form).some((each) => labelOf(each) === button));
  if (found === undefined) throw new Error(`There is no button "${button}" in:\n${page.text}`);
  return found;
}

const labelOf = (button: string): string => pageText(button).replace(/^\[|\]$/g, "");

/** What a browser would send: every field as it stands or was filled, and the button that was pressed. */
function fieldsOf(form: string, button: string, filling: Filling): [string, string][] {
  const given = new Map(
    Object.entries(filling).map(([name, value]) => [name, typeof value === "string" ? [value] : value]),
  );
  const names = new Set<string>();
  const fields: [string, string][] = [];
  const field = (name: string | null, standing: readonly string[]): void => {
    if (name === null || names.has(name)) return;
    names.add(name);
    for (const value of given.get(name) ?? standing) fields.push([name, value]);
  };
  const inputs = [...form.matchAll(/<input\b[^>]*>/gi)].map(([tag]) => tag);
  const isBox = (tag: string): boolean => /^(?:radio|checkbox)$/i.test(attribute(tag, "type") ?? "");
  for (const tag of inputs) {
    const name = attribute(tag, "name");
    const same = inputs.filter((other) => attribute(other, "name") === name);
    const standing = same.filter((one) => !isBox(one) || attribute(one, "checked") !== null);
    const values = same.map((one) => attribute(one, "value") ?? "on");
    for (const value of (isBox(tag) && name !== null && given.get(name)) || [])
      if (!values.includes(value)) throw new Error(`"${name}" cannot be "${value}".`);
    field(
      name,
      standing.map((one) => attribute(one, "value") ?? (isBox(one) ? "on" : "")),
    );
  }
  for (const [tag, text = ""] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/gi))
    field(attribute(tag, "name"), [unescapeHtml(text)]);
  for (const [tag, inside = ""] of form.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/gi))
    field(attribute(tag, "name"), standingOptions(tag, inside));
  const unknown = [...given.keys()].filter((name) => !names.has(name));
  if (unknown.length > 0) throw new Error(`The form has no field ${unknown.join(", ")}.`);
  const pressed = buttonsIn(form).find((each) => labelOf(each) === button) ?? "";
  const name = attribute(pressed.slice(0, pressed.indexOf(">") + 1), "name");
  const value = attribute(pressed.slice(0, pressed.indexOf(">") + 1), "value") ?? "";
  return name === null ? fields : [...fields, [name, value]];
}

function standingOptions(select: string, inside: string): readonly string[] {
  const options = [...inside.matchAll(/<option\b[^>]*>/gi)].map(([tag]) => tag);
  const chosen = options.filter((tag) => attribute(tag, "selected") !== null);
  const isMany = attribute(select.slice(0, select.indexOf(">") + 1), "multiple") !== null;
  const standing = chosen.length > 0 || isMany ? chosen : options.slice(0, 1);
  return standing.map((tag) => attribute(tag, "value") ?? "");
}
