/** A task that repeats until it is stopped. */
export interface Repetition {
  /** Runs the task now, or once more when it is just running. */
  now(): void;
  stop(): void;
}

/** Runs a task again and again with a pause after each time, never twice at once, and not while nobody can see the page. */
export function repeatWhileVisible(task: () => Promise<void>, pauseMs: number): Repetition {
  let timer: number | undefined;
  let running = false;
  let wanted = false;
  let stopped = false;

  const run = async () => {
    wanted = true;
    if (running) return;
    running = true;
    clearTimeout(timer);
    while (wanted && !stopped) {
      wanted = false;
      await task();
    }
    running = false;
    if (!stopped && !document.hidden) timer = setTimeout(run, pauseMs);
  };
  const onVisibility = () => {
    if (!document.hidden) void run();
  };

  document.addEventListener("visibilitychange", onVisibility);
  void run();
  return {
    now: () => void run(),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}
