import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { adoptedStyles } from "./build/adopted-styles.ts";
import { examples } from "./build/examples.ts";
import { files } from "./build/files.ts";
import { Licences } from "./build/licences.ts";
import { policy } from "./build/policy.ts";
import { policyWords } from "./build/policy-words.ts";
import { reference } from "./build/reference.ts";
import { rulePages } from "./build/rule-pages.ts";

const licences = new Licences();

export default defineConfig({
  // Addresses are relative, so that the page can be put into any directory of any host.
  base: "./",
  plugins: [
    examples(),
    reference(),
    policyWords(),
    rulePages(),
    adoptedStyles(),
    policy(),
    licences.collecting(),
    licences.written(),
    files(),
  ],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // CodeMirror is that large, and comes after the first outcome; what comes before it is measured in a test.
    chunkSizeWarningLimit: 600,
    // A busy machine is no fault of the build.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  worker: { format: "es", plugins: () => [licences.collecting()] },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // Tests of pages wait most of the time.
    maxWorkers: availableParallelism() + 1,
    // A real browser takes its time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
