import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { examine } from "./doctor/examine.ts";

// `npm run doctor`: one green or red line for each thing the service depends on; exit code 1 when one is red.
const findings = await examine({
  settings: process.env,
  projectFolder: fileURLToPath(new URL("../", import.meta.url)),
  nodeVersion: process.version,
});
const widest = Math.max(...findings.map(({ name }) => name.length));
for (const { name, kind, line } of findings) {
  const mark = kind === "good" ? styleText("green", "✓") : styleText("red", "✗");
  console.log(`${mark} ${name.padEnd(widest)}  ${line}`);
}
process.exitCode = findings.some(({ kind }) => kind === "bad") ? 1 : 0;
