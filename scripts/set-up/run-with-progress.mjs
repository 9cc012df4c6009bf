import { spawn } from "node:child_process";
import { projectFolder } from "./paths.mjs";
import { say } from "./say.mjs";

const secondsBetweenLines = 5;

/**
 * Runs a command quietly and shows that it is alive: a line every few seconds, or one moving line on a terminal.
 * Rejects with the last lines the command printed when it fails.
 */
export function runWithProgress(label, command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const onTerminal = process.stderr.isTTY === true;
    const line = () => `${label}, ${seconds()} s`;
    say(`${label} ...`);

    const child = spawn(command, args, {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keepTail = (chunk) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on("data", keepTail);
    child.stderr.on("data", keepTail);

    const timer = setInterval(
      () => (onTerminal ? process.stderr.write(`\r\u001b[Kset-up: ${line()}`) : say(line())),
      onTerminal ? 250 : secondsBetweenLines * 1000,
    );
    const finish = () => {
      clearInterval(timer);
      if (onTerminal) process.stderr.write("\r\u001b[K");
    };
    child.on("error", (error) => {
      finish();
      reject(new Error(`${label} could not start: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      finish();
      if (code === 0) {
        say(`${label}: done in ${seconds()} s`);
        resolve();
      } else {
        reject(new Error(`${label} failed (${signal ?? `exit code ${code}`}). It said:\n${output.trim()}`));
      }
    });
  });
}
