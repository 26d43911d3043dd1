// A browser without any bundler.

import { answersOfPage, pageOf } from "../page.mjs";
import { BROWSER_PARTS, INLINE_PARTS, LEFT, program } from "../project.mjs";

/** Where the package's files are, under a project that is served as it is. */
const DIST = "./node_modules/reconcile-kit/dist";

const ADDRESSES = {
  main: `${DIST}/browser.js`,
  inline: `${DIST}/inline.js`,
  lambda: `${DIST}/lambda.js`,
  check: `${DIST}/check.browser.js`,
  sandbox: `${DIST}/sandbox.browser.js`,
};

const IMPORT_MAP = {
  imports: {
    "reconcile-kit": ADDRESSES.main,
    "reconcile-kit/inline": ADDRESSES.inline,
    "reconcile-kit/lambda": ADDRESSES.lambda,
    "reconcile-kit/check": ADDRESSES.check,
    "reconcile-kit/sandbox": ADDRESSES.sandbox,
  },
};

function page(name, isQuick, parts, files) {
  return {
    name,
    isQuick,
    parts,
    missing: () => undefined,
    run(project) {
      for (const [file, text] of Object.entries(files)) project.write(file, text);
      return answersOfPage(project.directory, Object.keys(files)[0]);
    },
  };
}

const map = `<script type="importmap">${JSON.stringify(IMPORT_MAP)}</script>`;

/** A worker has no import map, and no one's console. */
const IN_WORKER = "postMessage(answers);";
const STARTS_WORKER = `
const worker = new Worker("./in-worker.mjs", { type: "module" });
worker.onmessage = ({ data }) => { globalThis.answers = data; };
worker.onerror = ({ message }) => { throw new Error(message); };
`;

export const browserHosts = [
  page("browser, import map", true, BROWSER_PARTS, {
    "import-map.html": pageOf("./import-map.mjs", map),
    "import-map.mjs": program(BROWSER_PARTS, LEFT),
  }),
  page("browser, addresses", false, BROWSER_PARTS, {
    "addresses.html": pageOf("./addresses.mjs"),
    "addresses.mjs": program(BROWSER_PARTS, LEFT, ADDRESSES),
  }),
  page("browser, inline", false, INLINE_PARTS, {
    "inline.html": pageOf("./inline.mjs"),
    "inline.mjs": program(INLINE_PARTS, LEFT, ADDRESSES),
  }),
  page("Web Worker", true, BROWSER_PARTS, {
    "worker.html": pageOf("./starts-worker.mjs"),
    "starts-worker.mjs": STARTS_WORKER,
    "in-worker.mjs": program(BROWSER_PARTS, IN_WORKER, ADDRESSES),
  }),
];
