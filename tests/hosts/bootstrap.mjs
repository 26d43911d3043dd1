// What AWS's runtime for Node.js does: loads the handler, asks for events, and says what came of each.

import { pathToFileURL } from "node:url";

const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT, _HANDLER } = process.env;
const ROOT = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

function post(path, body) {
  return fetch(`${ROOT}/${path}`, { method: "POST", body: JSON.stringify(body) });
}

function described(error) {
  return {
    errorType: error.name,
    errorMessage: error.message,
    trace: String(error.stack).split("\n"),
  };
}

async function load() {
  const [file, name] = _HANDLER.split(".");
  try {
    const { [name]: handler } = await import(pathToFileURL(`${LAMBDA_TASK_ROOT}/${file}.mjs`).href);
    return handler;
  } catch (error) {
    await post("init/error", described(error));
    return undefined;
  }
}

const handler = await load();
while (handler) {
  const next = await fetch(`${ROOT}/invocation/next`);
  if (next.status !== 200) break;
  const id = next.headers.get("lambda-runtime-aws-request-id");
  try {
    const answer = await handler(await next.json(), { awsRequestId: id });
    await post(`invocation/${id}/response`, answer);
  } catch (error) {
    await post(`invocation/${id}/error`, described(error));
  }
}
