// Builds the page without views, as the real one is built.

import { defineConfig, mergeConfig } from "vite";
import page from "../../../vite.config.ts";

export default mergeConfig(
  page,
  defineConfig({
    plugins: [
      {
        name: "harness",
        transformIndexHtml: {
          order: "pre",
          handler: (html) => html.replace("./src/main.tsx", "./test/pages/support/harness.ts"),
        },
      },
    ],
  }),
);
