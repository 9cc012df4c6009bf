import { addStaff } from "../../union/staff/add-staff.ts";
import { demoStaff } from "../../union/staff/sign-in-as-demo.ts";
import type { Service } from "../service.ts";
import { tourPeople } from "./tour-people.ts";
import { tourState } from "./tour-state.ts";
import { tourSteps } from "./tour-steps.ts";

export type StepTaken =
  | { readonly kind: "taken" }
  /** It was done before: nothing happened. */
  | { readonly kind: "again" }
  /** The step before it is not done. */
  | { readonly kind: "too_early" };

/** Makes the function that does one step of a round, from 1 to 5. Whoever asks while it is being done waits for the same. */
export function takeStep(service: Service): (round: string, step: number) => Promise<StepTaken> {
  const steps = tourSteps(service);
  const underWay = new Map<string, Promise<StepTaken>>();

  const take = async (round: string, step: number): Promise<StepTaken> => {
    const people = tourPeople(round);
    const { done } = await tourState(service.store, people);
    if (done[step - 1]) return { kind: "again" };
    const play = steps[step - 1];
    if (play === undefined || (step > 1 && !done[step - 2])) return { kind: "too_early" };
    const { id } = await addStaff(
      service,
      { ...demoStaff.caseworker, role: "caseworker", language: "en" },
      "demo",
    );
    await play(people, id);
    return { kind: "taken" };
  };
  return (round, step) => {
    const running = underWay.get(round) ?? take(round, step).finally(() => underWay.delete(round));
    underWay.set(round, running);
    return running;
  };
}
