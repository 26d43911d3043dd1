import { defineConfig } from "vitest/config";
import { examples } from "./build/examples.ts";
import { policyWords } from "./build/policy-words.ts";
import { reference } from "./build/reference.ts";
import { rulePages } from "./build/rule-pages.ts";

export default defineConfig({
  // Addresses are relative, so that the page can be put into any directory of any host.
  base: "./",
  plugins: [examples(), reference(), policyWords(), rulePages()],
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: "es", plugins: () => [] },
  test: { include: ["test/**/*.test.{ts,tsx}"] },
});
