import type { ChannelKind } from "../../../domain/address.ts";
import { button } from "./button.ts";
import { element } from "./element.ts";
import { namingOf, newPerson, readPerson } from "./person.ts";

/** The row above a handset that says who holds it, and lets somebody else take it. */
export function personPicker(
  channel: ChannelKind,
  person: string,
  random: () => number,
  choose: (person: string) => void,
): HTMLElement {
  const { label, first, example } = namingOf(channel);
  const id = `${channel}-person`;
  const faultId = `${id}-fault`;
  const input = element("input", {
    id,
    type: "tel",
    autocomplete: "off",
    dir: "ltr",
    list: `${id}-known`,
    "aria-describedby": faultId,
  });
  const known = element("datalist", { id: `${id}-known` }, element("option", { value: first }));
  const fault = element("p", { id: faultId, class: "fault", role: "alert" });
  let current = person;
  input.value = person;

  const take = (name: string) => {
    input.value = name;
    fault.textContent = "";
    input.removeAttribute("aria-invalid");
    if (name === current) return;
    current = name;
    if (![...known.children].some((option) => option.getAttribute("value") === name))
      known.append(element("option", { value: name }));
    choose(name);
  };
  const takeTyped = () => {
    const name = readPerson(channel, input.value);
    if (name !== null) return take(name);
    input.setAttribute("aria-invalid", "true");
    fault.textContent = `This is no ${label.toLowerCase()}. Write one ${example}.`;
  };

  input.addEventListener("change", takeTyped);
  const fresh = button("New person", () => take(newPerson(channel, random)), { class: "fresh" });
  const form = element(
    "form",
    { class: "person" },
    element("label", { for: id }, label),
    input,
    known,
    fresh,
    fault,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    takeTyped();
  });
  return form;
}
