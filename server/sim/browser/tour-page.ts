import { button } from "./button.ts";
import { element } from "./element.ts";
import { repeatWhileVisible } from "./repeat-while-visible.ts";
import { askTour, signIn, type TourShown } from "./tour-api.ts";
import { tourTexts } from "./tour-texts.ts";

// The page's edge: which round is played stands in the address, so that a reload finds it again.
const newRound = (): string => String(100 + Math.floor(Math.random() * 900));
const roundIn = (fragment: string): string | null => /^#round=([1-9]\d{2})$/.exec(fragment)?.[1] ?? null;
let round = roundIn(location.hash) ?? newRound();
let isBusy = false;
let opened = "";

const said = document.getElementById("said");
const tell = (text: string) => {
  if (said !== null && said.textContent !== text) said.textContent = text;
};
/** Loads a page into a frame, unless it is there. */
const show = (frame: string, path: string) => {
  const element = document.getElementById(frame);
  const link = document.getElementById(`${frame}-link`);
  if (element instanceof HTMLIFrameElement && element.getAttribute("src") !== path) element.src = path;
  link?.setAttribute("href", path);
};

/** Shows a frame's page as it is now. */
const reload = (frame: string) => {
  const element = document.getElementById(frame);
  if (element instanceof HTMLIFrameElement) element.contentWindow?.location.reload();
};

const forMe = button("Approve it for me", () => void press(3, true));
const buttons = tourTexts.map(({ button: label }, at) => button(label, () => void press(at + 1, false)));
const items = tourTexts.map(({ happens }, at) =>
  element("li", {}, buttons[at] ?? "", element("p", {}, happens), ...(at === 2 ? [forMe] : [])),
);
document.getElementById("steps")?.append(...items);
document.getElementById("over")?.addEventListener("click", () => {
  round = newRound();
  opened = "";
  tell("Other people, with other numbers. Begin with the first step.");
  begin();
});

function begin(): void {
  history.replaceState(null, "", `#round=${round}`);
  show("console", "/console/sign-in");
  show("mailbox", "/mailbox");
  void refresh();
}

function draw({ done, phones, letter }: TourShown): void {
  const next = done.indexOf(false);
  for (const [at, item] of items.entries()) {
    item.className = done[at] ? "done" : at === next ? "next" : "";
    const pressed = buttons[at];
    if (pressed !== undefined) pressed.disabled = isBusy || at !== next;
  }
  forMe.hidden = next !== 2 || opened !== round;
  forMe.disabled = isBusy;
  const { member, employer, attestor } = phones;
  show("phones", `/sim#${new URLSearchParams({ sms: member, whatsapp: employer, telegram: attestor })}`);
  if (letter !== null) show("mailbox", letter);
}

async function refresh(): Promise<void> {
  const asked = round;
  const answer = await askTour(round, "GET");
  if (asked !== round) return;
  if (typeof answer === "string") return tell(answer);
  if (!isBusy) draw(answer);
}

async function press(step: number, isForMe: boolean): Promise<void> {
  if (isBusy) return;
  if (step === 3 && !isForMe) return openRequest();
  isBusy = true;
  for (const one of [...buttons, forMe]) one.disabled = true;
  tell("The phones are writing ...");
  const answer = await askTour(`${round}/steps/${step}`, "POST");
  isBusy = false;
  tell(typeof answer === "string" ? answer : `Look at this: ${tourTexts[step - 1]?.look ?? ""}`);
  if (typeof answer !== "string") draw(answer);
  if (step === 3) reload("console");
  await refresh();
}

/** The third step is the newcomer's own: the console opens at the request, and she decides. */
async function openRequest(): Promise<void> {
  const answer = await askTour(round, "GET");
  if (typeof answer === "string" || answer.request === null) return;
  if (!(await signIn())) return tell("The console could not be opened. Try again.");
  show("console", answer.request);
  opened = round;
  tell(`Look at this: ${tourTexts[2]?.look ?? ""}`);
  await refresh();
}

begin();
repeatWhileVisible(refresh, 1500);
