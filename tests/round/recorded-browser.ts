import type { FormClient } from "./form-client.ts";
import type { Recorder } from "./recorder.ts";

/** A browser whose presses are written down; of the pages those that are worth it are shown with `sees`. */
export interface RecordedBrowser extends FormClient {
  sees(page: { readonly main: string }): void;
}

export const recordedBrowser = (recorder: Recorder, who: string, browser: FormClient): RecordedBrowser => ({
  ...browser,
  press: (page, button, filling = {}) => {
    const typed = Object.values(filling)
      .flat()
      .filter((value) => value.includes(" "));
    recorder.note({ kind: "press", who, text: [`[${button}]`, ...typed].join("\n") });
    return browser.press(page, button, filling);
  },
  sees: ({ main }) => recorder.note({ kind: "page", who, text: main }),
});
